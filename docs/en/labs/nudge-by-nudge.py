# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Lab: climb by nudges
#
# The circuit of Part I has three inputs and one output:
#
# $$
# f \coloneqq \sigma\bigl((a + b)\,c\bigr)
# $$
#
# Here you run it, ask each input how strongly the output answers to it, and let the answers push the
# output upwards, step after step. Change the numbers, and run the cells again: this lab is
# `labs/nudge-by-nudge.ipynb` in the folder that you get from [Run the listings](../run.md#labs).

# %%
from backprop import numerical_gradient, sigmoid, sigmoid_prime


def circuit(inputs):
    a, b, c = inputs
    return sigmoid((a + b) * c)


start = [1.0, -2.0, -3.0]
print(f"f = {circuit(start):.6f}")

# %% [markdown]
# ## Ask by nudging
#
# `numerical_gradient` moves one input at a time a little to each side, and compares the two outputs. It
# knows nothing of what is inside the circuit, only what comes out.

# %%
gradient = numerical_gradient(circuit, start)
for name, slope in zip("abc", gradient, strict=True):
    print(f"df/d{name} = {slope:+.7f}")

# %% [markdown]
# ## Ask by the chain rule
#
# The chain rule gives the same three numbers, gate by gate and without nudging. With
# $e \coloneqq (a + b)\,c$ and $s \coloneqq \sigma(e)\,(1 - \sigma(e))$, the answers are
#
# $$
# \frac{\partial f}{\partial a} = s\,c, \qquad
# \frac{\partial f}{\partial b} = s\,c, \qquad
# \frac{\partial f}{\partial c} = s \cdot (a + b)
# $$

# %%
a, b, c = start
d = a + b
e = d * c
s = sigmoid_prime(e)
by_chain_rule = [s * c, s * c, s * d]
for name, slope in zip("abc", by_chain_rule, strict=True):
    print(f"df/d{name} = {slope:+.7f}")
print("largest difference below 1e-10:", max(abs(gradient - by_chain_rule)) < 1e-10)

# %% [markdown]
# ## Climb
#
# Each step adds a small multiple of the gradient to the inputs. The output grows at every step, but
# ever more slowly, because the closer it comes to 1, the flatter the sigmoid is.

# %%
eta = 0.1
inputs = list(start)
for step in range(1, 101):
    gradient = numerical_gradient(circuit, inputs)
    inputs = [x + eta * slope for x, slope in zip(inputs, gradient, strict=True)]
    if step in (1, 2, 5, 10, 20, 50, 100):
        print(f"step {step:3d}  f = {circuit(inputs):.6f}")

# %% [markdown]
# ## Try it
#
# - Set `eta`, the learning rate, to 100. Does one step still make the output larger?
# - Start from 1, −2 and 3 instead. Which way do the inputs move now, and why?
# - Change the loop so that the output becomes *smaller*. Which single sign has to change?
