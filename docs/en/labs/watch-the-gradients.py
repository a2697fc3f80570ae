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
# # Lab: watch the gradients
#
# The first layers of a deep network learn only from the gradient that reaches them. In this lab you
# measure that gradient, layer by layer, for shallow and deep networks with several activations and
# initialisers: before training, during training, and in a run that blows up.
#
# To run it yourself, set up the folder `env` of [Run the listings](../run.md#labs), where this lab is
# `labs/watch-the-gradients.py`, and `labs/watch-the-gradients.ipynb` as a notebook.

# %%
# %config InlineBackend.figure_formats = ["svg"]
import textwrap

import numpy as np
from matplotlib import pyplot as plt

from backprop import (
    DivergedError,
    Network,
    accuracy,
    datasets,
    sigmoid_prime,
    train,
)

INK, MUTED, ACCENT = "#20252c", "#5f6875", "#19705a"  # the book's colours
CLASSES = ("#6d3fa0", "#805a00", "#3b6d14")
CLASS_MARKERS = ("o", "s", "^")
plt.rcParams["figure.constrained_layout.use"] = True

x, y = datasets.spirals(m=300, classes=3, rng=0)


# %%
# Three classes of points on the arms of a spiral, drawn as
# circles, squares and triangles.
fig, ax = plt.subplots(figsize=(3.6, 3.4))
markers = zip(CLASS_MARKERS, CLASSES, strict=True)
for k, (marker, colour) in enumerate(markers):
    points = x[:, y[k] == 1]
    ax.plot(*points, marker, color=colour, markersize=4)
ax.set(xticks=[], yticks=[], aspect="equal")
plt.show()

# %% [markdown]
# ## Before training
#
# `network` builds as many hidden layers as you like, of 20 units each. `norms` asks for the gradient of
# the cost on all 300 points, and measures the length of each layer's part,
# $\lVert \partial C / \partial W^l \rVert$.


# %%
def network(depth, hidden, init, rng=0):
    return Network(
        [2] + [20] * depth + [3],
        hidden=hidden,
        output="softmax",
        cost="cross_entropy",
        init=init,
        rng=rng,
    )


def norms(net):
    _, nabla_w = net.backprop(x, y)
    return [np.linalg.norm(nabla) for nabla in nabla_w]


kinds = [
    ("sigmoid", "xavier"),
    ("tanh", "xavier"),
    ("relu", "he"),
    ("relu", "small"),
    ("relu", "normal"),
]
depths = [2, 4, 8, 16]
print("norm of the first weights' gradient, by hidden layers")
print(f"{'':16}" + "".join(f"{depth:>9}" for depth in depths))
for hidden, init in kinds:
    first = [norms(network(depth, hidden, init))[0] for depth in depths]
    row = "".join(f"{norm:9.0e}" for norm in first)
    print(f"{hidden + ', ' + init:16}" + row)

# %% [markdown]
# Read the rows from left to right. With sigmoids the gradient vanishes, by about the same factor for
# each further layer. With relus everything depends on how large the weights are at the start: with
# `small` ones the gradient vanishes, and with `normal` ones it explodes. He's weights keep it within
# reach at every depth, and so does `tanh` with Xavier's.

# %%
# The gradient's norm in each layer of networks with eight hidden
# layers, on a logarithmic scale. For relu with He's weights and
# tanh with Xavier's the lines are nearly level. For sigmoid the
# line falls steeply towards the first layer.
styles = {
    ("relu", "he"): (INK, "o-"),
    ("tanh", "xavier"): (ACCENT, "s-."),
    ("sigmoid", "xavier"): (MUTED, "^--"),
}
fig, ax = plt.subplots()
for (hidden, init), (colour, style) in styles.items():
    measured = norms(network(8, hidden, init))
    label = f"{hidden}, {init}"
    ax.semilogy(range(2, 11), measured, style, color=colour, label=label)
ax.set(xlabel="layer", ylabel="norm of the gradient")
ax.legend()
plt.show()

# %% [markdown]
# ## Where it goes
#
# The sigmoids lose it for a simple reason. Backpropagation multiplies by $\sigma'(z^l)$ in each layer,
# and the sigmoid's slope is never above a quarter. Eight layers of slopes, each near a quarter, make a
# small number of any gradient.

# %%
zs, _ = network(8, "sigmoid", "xavier").forward_pass(x)
slopes = [sigmoid_prime(zs[layer]).mean() for layer in range(2, 10)]
print("mean slopes", np.round(slopes, 2))
print(f"their product {np.prod(slopes):.0e}")

first, *_, last = norms(network(8, "sigmoid", "xavier"))
print(f"first norm over last norm {first / last:.0e}")

# %% [markdown]
# The product of the slopes does not have to agree with the ratio of the norms, since the weights have
# their say, too. But it tells the order of magnitude.
#
# ## During training
#
# `train` measures the norms epoch by epoch, and keeps them in `history.gradient_norms`, with a row for
# each epoch and a column for each of the layers $2, \dots, L$.

# %%
histories = {}
for hidden, init in styles:
    net = network(8, hidden, init)
    eta = 1 if hidden == "sigmoid" else 0.05
    history = train(net, x, y, epochs=150, eta=eta, batch_size=30)
    histories[hidden, init] = history
    share = accuracy(net, x, y)
    print(f"{hidden + ', ' + init:16} {share:4.0%} of the points right")

# %%
# The norm of the first weights' gradient over 150 epochs. For
# relu and tanh it wanders between one and one hundredth. For
# sigmoid it is tens of thousands of times smaller, and shrinks.
fig, ax = plt.subplots()
for kind, (colour, style) in styles.items():
    first = histories[kind].gradient_norms[:, 0]
    line = style.lstrip("os^")
    ax.semilogy(first, line, color=colour, label=", ".join(kind))
ax.set(xlabel="epoch", ylabel="norm, first weights")
ax.legend()
plt.show()

# %% [markdown]
# The deep network of sigmoids has the larger learning rate, and still it has learned nothing: it gives
# the same answer for every point. What its first layers would have to learn does not reach them.
#
# ## When it explodes
#
# With relus and `normal` weights the gradient is far too long, so one step throws the weights far away,
# and there the next gradient is longer still. `train` stops when a number is no longer finite, says
# where, and leaves the network as it was when that epoch began.

# %%
net = network(8, "relu", "normal")
try:
    train(net, x, y, epochs=150, eta=0.05, batch_size=30)
except DivergedError as error:
    print(textwrap.fill(str(error), 60))

# %% [markdown]
# The direction of such a gradient is right, and only its length is not. So `clip_norm` shortens a
# gradient that is longer than the number given, and keeps its direction.

# %%
for clip_norm in (0.1, 1, 10):
    net = network(8, "relu", "normal")
    history = train(
        net,
        x,
        y,
        epochs=150,
        eta=0.05,
        batch_size=30,
        clip_norm=clip_norm,
    )
    share = accuracy(net, x, y)
    verdict = "nine in ten right" if share > 0.8 else "half of them wrong"
    print(f"clip_norm {clip_norm:4}: about {verdict}, or more")

# %% [markdown]
# With a limit that is small enough, clipping saves a run that would have been lost. It does not replace
# a good start, though: with He's weights the run went well without it.
#
# No percentages are printed here, because they would not be yours. A run that has begun with a gradient
# of this length magnifies the last bit of every sum, which your processor may round otherwise than ours:
# on four kinds of processors, a limit of 1 led to shares from [91]{.given} to [96]{.given} per cent, and a
# limit of 10 to shares from [33]{.given} to [44]{.given}.
#
# ## Try it
#
# - Put `("gelu", "he")` and `("silu", "he")` into `kinds`. Is a factor of 2 in the variance right for
#   them, too?
# - Make the sigmoid's weights larger: what does the gradient do with `("sigmoid", "normal")` at depth
#   8, and does the network train?
# - Train the deep network of sigmoids with `optimizer="adam"` and [`eta=0.01`]{.verbatim}. Adam divides
#   each gradient by its own size. Is that enough?
# - How deep can `("relu", "he")` become before it no longer trains? Try [16]{.given}, [32]{.given} and
#   [64]{.given} hidden layers.
# - Use `clip_value` instead of `clip_norm`. Which property of the step is lost?
# - Add `print(net.backprop(x, y)[1][0])` to the cell of the exploding run, after the error. Why is it finite?
