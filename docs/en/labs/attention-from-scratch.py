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
# # Lab: attention from scratch
#
# *Anna 7, Ben 2, Cleo 9, Dan 4. What was Cleo's number?* To answer, you do not go through the list from
# memory: you look for the name, and read what is beside it. In this lab you build a layer that looks
# things up like that, from nothing, and train it. It gets no rule for comparing names. It has to find
# one, and in the end you will see it in a picture. The chapter [Looking around](../beyond/attention.md)
# has the equations.
#
# To run it yourself, set up the folder `env` of [Run the listings](../run.md#labs), where this lab is
# `labs/attention-from-scratch.py`, and `labs/attention-from-scratch.ipynb` as a notebook.

# %%
# %config InlineBackend.figure_formats = ["svg"]
import numpy as np
from matplotlib import pyplot as plt

from backprop import (
    Activation,
    Dense,
    Flatten,
    Layer,
    Model,
    accuracy,
    check_layer,
    numerical_gradient,
    softmax,
    train,
)

INK, MUTED, ACCENT = "#20252c", "#5f6875", "#19705a"  # the book's colours
VALUE = "#1b5fa6"
plt.rcParams["figure.constrained_layout.use"] = True

# %% [markdown]
# ## A soft look
#
# Start with three entries. Each has a key, which is a direction in the plane, and a value, which is a
# number. A query is an arrow in the plane, too. The more it points in the direction of a key, the larger
# the product of the two, their score, and the softmax makes weights of the scores:


# %%
angles = np.radians([0, 120, 240])
keys = np.array([np.cos(angles), np.sin(angles)])  # a column for each key
values = np.array([4.0, 8.0, 2.0])


def look(query):
    weights = softmax((keys.T @ query)[:, None])[:, 0]
    return weights @ values, weights


def arrow(degrees, length):
    return length * np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])


for degrees in (0, 60, 180):
    answer, weights = look(arrow(degrees, length=3))
    shares = "  ".join(f"{weight:.2f}" for weight in weights)
    print(f"{degrees:3}°: weights {shares}  answer {answer:.2f}")

# %% [markdown]
# At 0° the query points straight at the first key, and the answer is nearly its value, 4. At 60° it is half
# way between the first two, and so is the answer, but for a little that the third has to say. Now turn the
# query all the way round, once with the length 1, once with 5 and once with 50. What will the three curves
# look like?

# %%
# The answer over the angle of the query. With the length 1 a gentle
# wave, with 5 three rounded steps at 4, 8 and 2, and with 50 three
# steps with sharp edges.
turns = np.arange(-60, 301)
fig, ax = plt.subplots(figsize=(5.0, 2.8))
for length, colour, line in [(1, MUTED, "--"), (5, ACCENT, "-."), (50, INK, "-")]:
    answers = [look(arrow(turn, length))[0] for turn in turns]
    ax.plot(turns, answers, line, color=colour, label=f"length {length}")
ax.set(xlabel="angle of the query, in degrees", ylabel="answer", ylim=(1, 9))
ax.set(xticks=range(-60, 301, 60))
ax.legend(loc="upper right")
plt.show()

# %% [markdown]
# A long query looks things up as a dictionary does: it takes one entry and ignores the rest. But then the
# curve is flat nearly everywhere. A nudge of the query changes nothing, and a network could not find out in
# which direction to turn it. A shorter query mixes its answers, and for that it gets a slope.
#
# ## Which way to turn?
#
# How does the answer respond to a nudge of the query? By way of the scores. Each score gets its weight times
# the difference between its value and the answer, so it is pulled up if the entry has more to offer than
# the mean, and down if it has less. And since a score is the product of the query with a key, the query
# gets the keys, each times what has arrived at its score:


# %%
def look_back(query):
    """Return the derivative of the answer with respect to the query."""
    answer, weights = look(query)
    of_scores = weights * (values - answer)
    return keys @ of_scores


for degrees, length in [(60, 3), (180, 3), (30, 1)]:
    query = arrow(degrees, length)
    nudged = numerical_gradient(lambda query: look(query)[0], query)
    agrees = abs(look_back(query) - nudged).max() < 1e-8
    print(look_back(query).round(3), "agrees with nudging:", bool(agrees))

# %% [markdown]
# Follow it uphill. Start at 20°, where the first entry has most of the weight, and let the query take
# steps along its gradient. Where will it go, if it wants a large answer?

# %%
query = arrow(20, length=2)
for step in range(41):
    if step % 10 == 0:
        turned = np.degrees(np.arctan2(query[1], query[0]))
        print(f"step {step:2}: {turned:3.0f}°, answer {look(query)[0]:.2f}")
    query = query + 0.3 * look_back(query)

# %% [markdown]
# It turns away from the 4 and from the 2, towards the 8. Nobody has told it which key has the 8; it has
# only ever compared each value with the mean of all. That is how attention learns.
#
# ## A layer of your own
#
# From now on, queries, keys and values are made from the data, each by a matrix that is learned. A sequence
# has one column for each place. The *last* place asks, and every place, itself among them, can be found.
# The scores are divided by the root of the number of rows in a key. Three paths lead back to the columns:
# by the query, by the keys and by the values.


# %%
class Look(Layer):
    NAMES = ("w_q", "w_k", "w_v")

    def __init__(self, n, n_key, n_value, rng):
        self.w_q = rng.normal(0, 1 / np.sqrt(n), size=(n_key, n))
        self.w_k = rng.normal(0, 1 / np.sqrt(n), size=(n_key, n))
        self.w_v = rng.normal(0, 1 / np.sqrt(n), size=(n_value, n))
        self.root = np.sqrt(n_key)
        self.takes = (n, "t", "m")

    def forward(self, x):
        self.x = x
        self.q = self.w_q @ x[:, -1]
        self.k = np.tensordot(self.w_k, x, 1)
        self.v = np.tensordot(self.w_v, x, 1)
        scores = (self.k * self.q[:, None]).sum(axis=0) / self.root
        self.p = softmax(scores)  # for each sample a column of weights
        return (self.v * self.p).sum(axis=1)

    def backward(self, delta):
        arrives = delta[:, None]
        of_v = arrives * self.p
        of_p = (arrives * self.v).sum(axis=0)
        of_scores = self.p * (of_p - (self.p * of_p).sum(axis=0)) / self.root
        of_q = (self.k * of_scores).sum(axis=1)
        of_k = self.q[:, None] * of_scores
        places_and_samples = ((1, 2), (1, 2))
        self.nabla_w_q = of_q @ self.x[:, -1].T
        self.nabla_w_k = np.tensordot(of_k, self.x, places_and_samples)
        self.nabla_w_v = np.tensordot(of_v, self.x, places_and_samples)
        onward = np.tensordot(self.w_k.T, of_k, 1)
        onward += np.tensordot(self.w_v.T, of_v, 1)
        onward[:, -1] += self.w_q.T @ of_q
        return onward


def judged(layer):
    errors = check_layer(layer, np.random.default_rng(1).normal(size=(5, 4, 3)))
    print("wrong:", *[name for name, error in errors.items() if error > 1e-6] or ["none"])


judged(Look(5, 3, 2, np.random.default_rng(0)))

# %% [markdown]
# All paths are there. What would be wrong if you forgot the softmax on the way back, so that `of_scores`
# were only `of_p` divided by the root? And what if you left out the last line but one, with `w_q`? Say which
# of the four gradients would be wrong, of x and of the three matrices, and then try.
#
# ## Look it up
#
# Here is the task from the beginning, with eight names and ten numbers. The column of a place has a 1 in the
# row of its name, and another 1 in the row of its number. The last place has a name only, one of those in
# the list, and the network has to answer with the number.


# %%
def lists(pairs, count, rng):
    """Draw lists of pairs and a question; return them with the right answers."""
    x, y = np.zeros((18, pairs + 1, count)), np.zeros((10, count))
    for i in range(count):
        names = rng.permutation(8)[:pairs]
        numbers = rng.integers(10, size=pairs)
        asked = rng.integers(pairs)
        x[names, range(pairs), i] = 1
        x[8 + numbers, range(pairs), i] = 1
        x[names[asked], -1, i] = 1
        y[numbers[asked], i] = 1
    return x, y


x, y = lists(4, 500, np.random.default_rng(0))
for j in range(5):
    column = x[:, j, 0]
    said = "".join("ABCDEFGH"[name] for name in np.flatnonzero(column[:8]))
    number = "".join(str(number) for number in np.flatnonzero(column[8:])) or "?"
    print(said, number, end="   ")
print("answer", y[:, 0].argmax())

# %% [markdown]
# For comparison, a dense network with 32 hidden units gets the same lists. Both learn from 500 lists of
# four pairs. Which will do better on the lists that it has learned from, and which on new ones?


# %%
def looking(seed, n_key=2, kind=Look):
    rng = np.random.default_rng(seed)
    layers = [kind(18, n_key, 10, rng), Dense(10, 10, rng=rng)]
    return Model(layers, "softmax", "cross_entropy")


def dense(seed):
    rng = np.random.default_rng(seed)
    layers = [Flatten(), Dense(90, 32, rng=rng), Activation("relu")]
    layers += [Dense(32, 10, rng=rng)]
    return Model(layers, "softmax", "cross_entropy")


how = {"epochs": 30, "eta": 0.03, "batch_size": 50, "optimizer": "adam"}


def learned(build, seed):
    x, y = lists(4, 500, np.random.default_rng(seed))
    network = build(seed)
    train(network, x, y, rng=seed, **how)
    return network, accuracy(network, x, y)


x_new, y_new = lists(4, 500, np.random.default_rng(100))
for name, build in [("dense", dense), ("looking", looking)]:
    for seed in range(3):
        network, known = learned(build, seed)
        new = accuracy(network, x_new, y_new)
        print(f"{name:8} learned {known:5.0%}   new {new:5.0%}")
print(f"to name one of the four numbers, blindly: {1 / 4 + 3 / 4 / 10:.1%}")

# %% [markdown]
# The dense network knows its 500 lists by heart, and on new ones it is no better than a person who names
# one of the four numbers and does not look at the names. (That is right in one case of four, and in a tenth
# of the others, because numbers may be equal.) To a dense layer, Cleo in the first place and Cleo in the
# third have nothing to do with each other. The network that looks reads new lists without a mistake, with
# keys of two numbers only.
#
# If it has really learned to compare names, the length of the list should not matter much. So ask it about
# up to eight pairs, although it has only ever seen four:

# %%
networks = [learned(looking, seed)[0] for seed in range(3)]
for pairs in (2, 4, 6, 8):
    x_new, y_new = lists(pairs, 300, np.random.default_rng(pairs))
    shares = [accuracy(network, x_new, y_new) for network in networks]
    print(f"{pairs} pairs:", *(f"{share:5.0%}" for share in shares))

# %% [markdown]
# ## The rule that it has found
#
# With keys of two numbers, we can draw what it compares. Each name has a column in the matrix of the
# keys and one in the matrix of the queries. Where does a name's query have to point, so that its own key
# gets the largest score?

# %%
# Eight dots around a centre, one for each name, and eight arrows
# from the centre. Each arrow points in the direction in which its
# own dot lies farthest out.
layer = networks[0].body.layers[0]
key_of, query_of = layer.w_k[:, :8], layer.w_q[:, :8]
fig, ax = plt.subplots(figsize=(4.2, 4.0))
for i, name in enumerate("ABCDEFGH"):
    direction = query_of[:, i] / np.linalg.norm(query_of[:, i])
    reach = 0.7 * np.linalg.norm(key_of, axis=0).min()
    ax.annotate("", reach * direction, (0, 0), arrowprops={"arrowstyle": "->", "color": ACCENT})
    ax.plot(*key_of[:, i], "o", color=VALUE, markersize=5)
    ax.annotate(name, key_of[:, i], xytext=(5, 5), textcoords="offset points", color=INK)
ax.set(xticks=[], yticks=[], aspect="equal")
ax.margins(0.15)
plt.show()

for network in networks:
    layer = network.body.layers[0]
    scores = layer.w_k[:, :8].T @ layer.w_q[:, :8]
    best = scores.argmax(axis=0)
    print("each query finds its own key:", bool((best == np.arange(8)).all()))

# %% [markdown]
# The keys have spread out around the centre, and each query points to where its own key lies farther out
# than any other. Other seeds give other directions, because nothing in the task prefers one. Where a name
# lies does not matter. What has been learned is that the two matrices agree.
#
# ## Change one thing
#
# First, give the keys a single number instead of two. Can eight names still be told apart? Then give them
# two numbers again, but let queries and keys stay as they were drawn, so that only the values are learned.
# Guess both results before you look.


# %%
class Unmoved(Look):
    """Looks where its random weights tell it, and learns the values only."""

    def backward(self, delta):
        onward = super().backward(delta)
        self.nabla_w_q, self.nabla_w_k = 0 * self.w_q, 0 * self.w_k
        return onward


x_new, y_new = lists(4, 500, np.random.default_rng(100))
changes = [
    ("one number", lambda seed: looking(seed, n_key=1)),
    ("unmoved", lambda seed: looking(seed, kind=Unmoved)),
]
for name, build in changes:
    shares = [accuracy(learned(build, seed)[0], x_new, y_new) for seed in range(3)]
    print(f"{name:10}", *(f"{share:5.0%}" for share in shares))

# %% [markdown]
# With keys on a line, a query can only be positive or negative, so the largest score always goes to one end
# of the keys in the list or to the other. A name in between is never found. And where queries and keys do
# not learn, the network looks at places that have nothing to do with the question, and it is only a little
# better than to name, blindly, a number that is there.
#
# ## Try it
#
# - Break the rules: ask for a name that is in the list twice, with two different numbers. Where does the
#   weight go, `network.body.layers[0].p`, and what is the answer?
# - Ask for a name that is not in the list. How sure of its answer is the network?
# - Train without the root, with keys of 2, 8 and 64 numbers. In which case is it missed?
# - Train on lists of two pairs only. How long may a new list be?
# - Ask backwards: the last place has a number, and the answer is the name that goes with it. What has to
#   be changed in the layer, and what in the data?
# - Put the library's `Attention(18)` in place of `Look`, with `Pick(-1)` after it and a `Dense(18, 10)`
#   at the end. Which of its four matrices has no counterpart here?
