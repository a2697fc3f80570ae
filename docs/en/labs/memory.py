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
# # Lab: memory
#
# Add two long numbers with a pencil: from the right to the left, digit by digit, and all that you have to
# remember on the way is the carry. In this lab a network learns to add in the same way. You first make a
# memory by hand, out of one unit. Then you write a recurrent layer with its way back, let it learn from
# short numbers, ask it for long ones, and look for the carry inside. The chapter
# [Again and again](../beyond/recurrence.md) has the equations.
#
# To run it yourself, set up the folder `env` of [Run the listings](../run.md#labs), where this lab is
# `labs/memory.py`, and `labs/memory.ipynb` as a notebook.

# %%
# %config InlineBackend.figure_formats = ["svg"]
import numpy as np
from matplotlib import pyplot as plt

from backprop import Dense, Layer, Model, check_layer, train

INK, MUTED, ACCENT = "#20252c", "#5f6875", "#19705a"  # the book's colours
CLASSES = ("#6d3fa0", "#805a00", "#3b6d14")
plt.rcParams["figure.constrained_layout.use"] = True


def sums(digits, count, rng):
    """Draw pairs of binary numbers, lowest digit first; return them, their sums and the carries."""
    pairs = rng.integers(2, size=(2, digits, count))
    total = np.zeros((1, digits, count))
    carries = np.zeros((digits + 1, count))
    for t in range(digits):
        ones = pairs[0, t] + pairs[1, t] + carries[t]
        total[0, t] = ones % 2
        carries[t + 1] = ones >= 2
    return pairs.astype(float), total, carries


pairs, total, carries = sums(8, 1, np.random.default_rng(1))
print("carry ", *carries[:8, 0].astype(int)[::-1])
print("      ", *pairs[0, :, 0].astype(int)[::-1])
print("plus  ", *pairs[1, :, 0].astype(int)[::-1])
print("is    ", *total[0, :, 0].astype(int)[::-1])

# %% [markdown]
# The numbers are binary, so there are only the digits 0 and 1, and one and one is 0 with a carry of 1.
# Above each column is the carry that comes into it from the right. Here they are printed as one writes
# them, but the network reads them from the right to the left, one column at each moment.
#
# ## A carry by hand
#
# Can a single unit keep the carry? It sees the two digits and its own last state, and its next state is the
# hyperbolic tangent of a weighted sum. Let a state near 1 mean "carry", and one near −1 "no carry". There is
# a new carry if at least two of three are 1: the two digits and the old carry. So the unit adds up the two
# digits and half of its state, which is a half or minus a half, and takes off 1. What is left is positive
# exactly if there is a carry:


# %%
def carry_by_hand(pairs, strength):
    state, states = -1.0, []
    for first, second in pairs.T:
        state = np.tanh(strength * (first + second + state / 2 - 1))
        states.append(state)
    return np.array(states)


# %% [markdown]
# The strength says how steeply it decides. To make it hard, let two ones meet in the first column. After
# that, a 1 meets a 0 in 28 columns, so that the carry has to be handed on and on, and in the last column
# there are two zeros. What becomes of the state with the strengths 5, 3 and 1?

# %%
# Three curves over thirty moments. With strengths 5 and 3 the state
# stays near 1 until it falls at the end. With strength 1 it has
# faded to nothing long before.
long_carry = np.zeros((2, 30))
long_carry[0, :29] = 1
long_carry[1, 0] = 1
fig, ax = plt.subplots(figsize=(5.0, 2.9))
for strength, colour, line in [(5, INK, "-"), (3, ACCENT, "-."), (1, MUTED, "--")]:
    states = carry_by_hand(long_carry, strength)
    ax.plot(range(1, 31), states, line, color=colour, label=f"strength {strength}")
    print(f"strength {strength}: after 29 columns the state is {states[28]:.3f}")
ax.set(xlabel="moment", ylabel="state", ylim=(-1.7, 1.2))
ax.legend(loc="lower left")
plt.show()

# %% [markdown]
# The state holds itself up. In the columns in between, the new state is the tangent of half the strength
# times the old one. If the strength is above 2, there is a positive number that this leaves as it is, and
# the state is pulled back to it after every push. If it is below 2, there is only 0.
#
# So a strong unit remembers for as long as you like. Could it *learn* to? Nudge its first state, and see how
# far the last one answers:

# %%
for strength in (5, 3, 1):
    states = carry_by_hand(long_carry[:, :29], strength)
    slopes = strength * (1 - states**2) / 2
    print(f"strength {strength}: a nudge passes with the factor {slopes[1:].prod():.0e}")

# %% [markdown]
# Next to nothing arrives, for all three. The weak unit forgets the nudge along with everything else. The
# strong ones are pulled back to the same number after every nudge, which is what makes their memory firm,
# and also why nothing can be learned through it over such a distance. [Bengio, Simard and Frasconi
# (1994)](https://doi.org/10.1109/72.279181) showed that the two belong together. So how can a network learn
# to carry at all? Keep the question in mind.
#
# ## A layer of your own
#
# Going forward, each state is made from the input and from the state before. Going back, each state gets two
# shares: what arrives at it from the layer above, and what the next moment hands back. The layer also has a
# switch, `window`, which cuts the sequence into pieces of so many moments. Nothing is handed back from one
# piece to the piece before. Which line of `backward` would you forget most easily?


# %%
class Again(Layer):
    NAMES = ("w", "u", "b")

    def __init__(self, n_in, n, rng, window=None):
        self.w = rng.normal(0, 1 / np.sqrt(n_in), size=(n, n_in))
        self.u = rng.normal(0, 1 / np.sqrt(n), size=(n, n))
        self.b = np.zeros((n, 1))
        self.window = window
        self.takes = (n_in, "t", "m")

    def forward(self, x):
        self.x = x
        self.h = [np.zeros((len(self.u), x.shape[2]))]
        for t in range(x.shape[1]):
            self.h.append(np.tanh(self.w @ x[:, t] + self.u @ self.h[-1] + self.b))
        return np.stack(self.h[1:], axis=1)

    def backward(self, delta):
        self.nabla_w, self.nabla_u = 0 * self.w, 0 * self.u
        self.nabla_b = 0 * self.b
        onward, later = np.zeros(self.x.shape), 0
        for t in reversed(range(delta.shape[1])):
            error = (delta[:, t] + later) * (1 - self.h[t + 1] ** 2)
            self.nabla_w += error @ self.x[:, t].T
            self.nabla_u += error @ self.h[t].T
            self.nabla_b += error.sum(axis=1, keepdims=True)
            onward[:, t] = self.w.T @ error
            later = self.u.T @ error
            if self.window and t % self.window == 0:
                later = 0
        return onward


rng = np.random.default_rng(0)
x = rng.normal(size=(2, 6, 3))
for window in (None, 2):
    errors = check_layer(Again(2, 4, rng, window), x)
    wrong = [name for name, error in errors.items() if error > 1e-6]
    print(f"window {window}: wrong:", *wrong or ["none"])

# %% [markdown]
# With the whole past, all gradients agree with the nudges. With a window none of them does, as it must be: it
# has been cut on purpose.
#
# ## It learns to add
#
# The network has eight units, and at each moment a sigmoid reads a digit of the sum off their states. It
# learns from 300 sums of *eight* digits. How many new ones of eight digits will it get right? And how many
# of thirty, and of sixty? A sum counts as right only if all of its digits are.


# %%
def adder(seed, window=None):
    rng = np.random.default_rng(seed)
    layers = [Again(2, 8, rng, window), Dense(8, 1, rng=rng)]
    return Model(layers, "sigmoid", "cross_entropy")


how = {"epochs": 40, "eta": 0.03, "batch_size": 20, "optimizer": "adam"}


def right(network, digits, rng):
    x, y, _ = sums(digits, 200, rng)
    said = network.feedforward(x) > 0.5
    return (said == (y > 0.5)).all(axis=(0, 1)).mean()


def trained(window=None):
    """Train five adders, and print which part of new sums they get right."""
    networks = []
    for seed in range(5):
        x, y, _ = sums(8, 300, np.random.default_rng(seed))
        network = adder(seed, window)
        train(network, x, y, rng=seed, **how)
        networks.append(network)
    for digits in (8, 30, 60):
        rng = np.random.default_rng(digits)
        shares = [right(network, digits, rng) for network in networks]
        print(f"{digits:2} digits:", *(f"{share:5.0%}" for share in shares))
    return networks


networks = trained()

# %% [markdown]
# All five add numbers of sixty digits, and have never seen one of more than eight. They have not learned
# eight columns by heart: a recurrent layer has only one rule, which it uses at every moment, and this is
# the rule of the pencil.
#
# ## Where is the carry?
#
# Somewhere in the eight numbers of a state there has to be a carry. Take the states of one network at many
# moments, look at them in the plane in which they vary most, and give each the colour of the carry that it
# has to hand on:

# %%
# Many points in two colours and two shapes, one for columns that
# hand on a carry, one for those that do not. They lie in a few
# separate heaps, each of one colour.
x, _, carries = sums(20, 500, np.random.default_rng(7))
states = networks[0].body.layers[0].forward(x).reshape(8, -1)
carry = carries[1:].ravel() == 1
centred = states - states.mean(axis=1, keepdims=True)
directions, _, _ = np.linalg.svd(centred, full_matrices=False)
plane = directions[:, :2].T @ centred
fig, ax = plt.subplots(figsize=(4.2, 3.6))
looks = [("no carry", ~carry, "o", CLASSES[0]), ("carry", carry, "^", CLASSES[1])]
for name, which, marker, colour in looks:
    few = plane[:, which][:, :200]
    ax.plot(*few, marker, color=colour, markersize=4, alpha=0.5, label=name)
ax.set(xticks=[], yticks=[])
ax.legend()
plt.show()

# %% [markdown]
# The states lie in separate heaps. Nobody has told the network that there is such a thing as a carry. It was
# told the digits of the sums and nothing else, and to get them right, it had to invent one. Can the carry be
# read off a state by a single weighted sum? For each of the five networks, fit such a sum to half of the
# moments, and count in the other half:

# %%
for network in networks:
    states = network.body.layers[0].forward(x).reshape(8, -1)
    a = np.vstack([states, np.ones(carry.size)])
    fit = np.linalg.lstsq(a[:, ::2].T, 2.0 * carry[::2] - 1, rcond=None)[0]
    found = (fit @ a[:, 1::2] > 0) == carry[1::2]
    print(f"carries read off the state: {found.mean():.0%}")

# %% [markdown]
# ## Cut the past off
#
# Now change one thing. With the window 1, nothing is handed back from a moment to the one before, so that no
# moment ever hears whether what it has left in its state was of any use later. Will the network learn to
# carry? And with the window 2, where every other moment hears from the one after it?

# %%
for window in (1, 2):
    print("window", window)
    trained(window)

# %% [markdown]
# With the window 1 the networks are not helpless, because even random weights carry along *something* of what
# was before, and the rest can learn to make use of that. But most of them make mistakes, and the longer the
# numbers, the more. With the window 2 they add sixty digits again.
#
# That answers the question from above. No nudge gets through sixty moments, and none has to: the rule is
# about one moment and the next, so a window of two is enough to learn it. Once it has been learned, the
# state holds the carry firmly, as your unit did. In the [chapter](../beyond/recurrence.md) it is
# different. There, a network has to keep a symbol for thirty moments in which nobody asks for it, so that
# no shorter lesson teaches it to.
#
# ## From the other end
#
# One more change. Let the network read from the left, the highest digit first. The sums are the same, and so
# is the number of examples. At which of the digits will it fail, and how badly?

# %%
parts = []
for seed in range(5):
    x, y, _ = sums(8, 300, np.random.default_rng(seed))
    backwards = adder(seed)
    train(backwards, x[:, ::-1], y[:, ::-1], rng=seed, **how)
    x, y, _ = sums(8, 4000, np.random.default_rng(5))
    said = backwards.feedforward(x[:, ::-1]) > 0.5
    parts.append((said == (y[:, ::-1] > 0.5)).mean(axis=(0, 2)))
measured = np.mean(parts, axis=0)

comes_in = [0.0]  # how often a carry comes into a column, from the right
for _ in range(7):
    comes_in.append(1 / 4 + comes_in[-1] / 2)
possible = 1 - np.array(comes_in[::-1])
print("each off by less than 0.05 everywhere:", bool(abs(parts - possible).max() < 0.05))

# %%
# The part of digits that is right, over the moment, on average over
# five networks. The measured dots lie on the line of what is possible:
# one half at the first moments, then rising, and all at the last one.
fig, ax = plt.subplots(figsize=(5.0, 2.6))
ax.plot(range(1, 9), possible, color=ACCENT, label="possible")
ax.plot(range(1, 9), measured, "o", color=INK, label="measured")
ax.set(xlabel="moment, highest digit first", ylabel="part that is right")
ax.set(ylim=(0, 1.05))
ax.legend(loc="lower right")
plt.show()

# %% [markdown]
# It is as good as anyone could be, and that is not good. The carry comes from the digits on the right, which
# have not been seen yet. A column hands one on if both of its digits are 1, which happens in a quarter of all
# cases, or if exactly one of them is, in half of all cases, and a carry has come in. So nothing is missing
# in the last column, a quarter is in the one before it, and the further to the left, the nearer it comes to
# one half. No layer, no gate and no training can change that. Before you look for what is wrong with a
# network, ask whether what it needs to know is there.
#
# ## Try it
#
# - Subtract instead of adding: what has to be remembered now, and does the same network learn it?
# - Add three numbers at a time. Which values can the carry have? Make three heaps visible in the plane.
# - Put `LSTM(2, 8)` or `GRU(2, 8)` of the library in place of `Again`. Do they learn in fewer epochs?
# - How few units are enough? Try five, four and three, from ten seeds each.
# - Set the weights of the unit from the first section as those of one unit of `Again`, the other seven
#   as drawn. Does it keep them while it learns?
# - Let the network read from the left, but start to answer only when all has been read, with eight empty
#   columns at the end. Now everything that it needs is there. Is it enough?
