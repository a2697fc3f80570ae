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
# # Lab: digits by convolution
#
# A window of three by three pixels slides over a handwritten digit. In this lab you write that window
# yourself, forward and back, let it learn what to look for, and then ask a question that has no obvious
# answer: how much does a network have to know about *where* it has seen something? The chapter
# [Looking through a window](../beyond/convolution.md) has the equations.
#
# To run it yourself, set up the folder `env` of [Run the listings](../run.md#labs), where this lab is
# `labs/digits-by-convolution.py`, and `labs/digits-by-convolution.ipynb` as a notebook. scikit-learn
# brings the images along.

# %%
# %config InlineBackend.figure_formats = ["svg"]
import numpy as np
from matplotlib import pyplot as plt

from backprop import (
    Activation,
    Dense,
    Flatten,
    Layer,
    MaxPool2d,
    Model,
    accuracy,
    check_layer,
    datasets,
    train,
)

INK, ACCENT, GRADIENT = "#20252c", "#19705a", "#b5431c"  # the book's colours
plt.rcParams["figure.constrained_layout.use"] = True

x, y, x_new, y_new = datasets.split(*datasets.digits())
x, y = x[:, :300], y[:, :300]


def canvas(columns, edge=2, right=0):
    """Lay each digit on a sheet with an empty edge; the last axis counts the sheets."""
    size = 8 + 2 * edge
    sheets = np.zeros((1, size, size, columns.shape[1]))
    start = edge + right
    sheets[0, edge : edge + 8, start : start + 8] = columns.reshape(8, 8, -1)
    return sheets


images, new_images = canvas(x), canvas(x_new)
print("to learn from", images.shape)
print("held out     ", new_images.shape)

# %% [markdown]
# There are only three hundred images to learn from. The axes are channel, row, column and sample, as
# everywhere in Part VI, and grey has a single channel. Each digit lies on a sheet of its own, with an
# empty edge of two pixels around it.
#
# ## One window at a time
#
# A filter is a small table of weights. Lay it on a window, multiply what lies on each other, add up, and
# go on to the next window:


# %%
def slide(image, weights):
    rows, columns = image.shape
    found = np.zeros((rows - 2, columns - 2))
    for i, j in np.ndindex(found.shape):
        window = image[i : i + 3, j : j + 3]
        found[i, j] = (weights * window).sum()
    return found


# %% [markdown]
# Before you go on, guess what each of these three does to a digit. The first has a single 1, which is not in
# the middle. The other two have three ones on one side, and −1 three times on the other.

# %%
left = np.array([[0, 0, 0], [1, 0, 0], [0, 0, 0]])
upright = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
level = upright.T

# %%
# A handwritten digit, and what the three filters make of it: the
# same digit one pixel further to the right, its upright edges,
# and its level edges.
digit = images[0, :, :, 2]
fig, axes = plt.subplots(1, 4, figsize=(5.0, 1.5))
titles = ["the digit", "left", "upright", "level"]
found = [slide(digit, weights) for weights in (left, upright, level)]
for ax, title, picture in zip(axes, titles, [digit[1:-1, 1:-1], *found], strict=True):
    span = abs(picture).max()
    ax.imshow(picture, cmap="gray_r", vmin=-span, vmax=span)
    ax.set_title(title)
    ax.axis("off")
plt.show()

# %% [markdown]
# The first moves the whole digit by one pixel, and to the *right*, because each place now shows what its left
# neighbour had. The other two compare the two sides of their window. Where nothing changes they find 0, which
# is the grey of the ground. What is darker than that is positive, an edge where the ink begins, and what is
# lighter is negative, an edge where it ends.
#
# And if the digit moves, what happens to what has been found? Nothing that you have written knows where
# on the sheet it is, so what it finds should move along and be the same otherwise:

# %%
moved = np.roll(digit, 1, axis=1)
for name, weights in [("left", left), ("upright", upright), ("level", level)]:
    there, before = slide(moved, weights), slide(digit, weights)
    print(f"{name:8} moves along:", np.array_equal(there[:, 1:], before[:, :-1]))

# %% [markdown]
# ## A layer of your own
#
# Now the filters are to learn. Loops over all windows of all images would be slow in Python, so turn them
# inside out. Make nine copies of the sheets, one for each *weight*, and shift each of them so that every
# place shows the pixel on which the weight lies there. Then what all filters find in all windows is
# one product of matrices.
#
# The way back follows the same paths. A weight gets the sum over its copy, each pixel times what arrives
# at the window. And in each copy, a pixel gets the weight times what arrives; shift the copies back, and
# add them up.


# %%
def shifted(sheets):
    """In copy 3u + v, each place has the pixel under the weight in row u, column v."""
    rows, columns = sheets.shape[1] - 2, sheets.shape[2] - 2
    return [sheets[0, u : u + rows, v : v + columns] for u, v in np.ndindex(3, 3)]


class Windows(Layer):
    NAMES = ("w", "b")
    takes = (1, "rows", "columns", "m")

    def __init__(self, count, rng):
        self.w = rng.normal(0, np.sqrt(2 / 9), size=(count, 9))
        self.b = np.zeros((count, 1))

    def forward(self, x):
        self.shape = x.shape
        self.copies = np.stack(shifted(x))
        return np.tensordot(self.w, self.copies, 1) + self.b[:, :, None, None]

    def backward(self, delta):
        places = (1, 2, 3)  # rows, columns, samples
        self.nabla_w = np.tensordot(delta, self.copies, (places, places))
        self.nabla_b = delta.sum(axis=places)[:, None]
        of_copies = np.tensordot(self.w.T, delta, 1)
        onward = np.zeros(self.shape)
        for part, share in zip(shifted(onward), of_copies, strict=True):
            part += share  # a part of onward, not a copy of it
        return onward


rng = np.random.default_rng(0)
errors = check_layer(Windows(4, rng), rng.normal(size=(1, 5, 6, 3)))
print("wrong:", *[name for name, error in errors.items() if error > 1e-6] or ["none"])

# %% [markdown]
# `check_layer` has nudged every pixel, weight and bias, and agrees. You should see it disagree, too. Let each
# part of `onward` keep only the last of its shares, or run through the nine weights from the last to the
# first on the way back. Guess which of `x`, `w` and `b` will be wrong.
#
# ## Who has to learn?
#
# Here is a network with four such filters. Of each area of two by two, only the largest entry is kept, and a
# dense layer reads the digit from the hundred numbers that are left, five rows and five columns for each
# filter.
#
# Now suppose that the four filters stay as they have been drawn, at random, and that only the dense layer
# may learn. How much worse will the network be?


# %%
class Frozen(Windows):
    """Windows that hand a gradient on, and take none for themselves."""

    def backward(self, delta):
        onward = super().backward(delta)
        self.nabla_w, self.nabla_b = 0 * self.w, 0 * self.b
        return onward


def with_places(kind, seed):
    rng = np.random.default_rng(seed)
    layers = [kind(4, rng), Activation("relu"), MaxPool2d(2)]
    layers += [Flatten(), Dense(100, 10, rng=rng)]
    return Model(layers, "softmax", "cross_entropy")


def compare(build, **how):
    """Train with filters that learn and with frozen ones, from three seeds."""
    networks = {}
    for kind in (Windows, Frozen):
        networks[kind] = [build(kind, seed) for seed in range(3)]
        for seed, network in enumerate(networks[kind]):
            train(
                network,
                images,
                y,
                batch_size=30,
                optimizer="adam",
                rng=seed,
                **how,
            )
        shares = [accuracy(network, new_images, y_new) for network in networks[kind]]
        print(f"{kind.__name__:8}", *(f"{share:5.0%}" for share in shares))
    return networks[Windows]


print("new digits read, three seeds")
placed = compare(with_places, epochs=20, eta=0.01)

# %% [markdown]
# Hardly worse. Four filters that have never been taught anything, with a single layer that learns, read about
# nine in ten. The reason is the hundred numbers: each random filter finds *something*, and the dense layer
# gets to know at which of $5 \cdot 5 = 25$ places it was found. That is a lot to go by. So if we want to see
# filters that have to learn, we have to take the places away.
#
# ## Forget where
#
# The next layer keeps of each filter only its largest entry on the whole sheet: it says how well
# something has been found, and not where. On the way back, the winner gets all that arrives, as
# [always](../beyond/convolution.md#pooling).


# %%
class Anywhere(Layer):
    takes = ("n", "rows", "columns", "m")

    def forward(self, x):
        self.shape = x.shape
        entries = x.reshape(len(x), -1, x.shape[-1])
        self.winners = entries.argmax(axis=1)[:, None]
        return np.take_along_axis(entries, self.winners, axis=1)[:, 0]

    def backward(self, delta):
        n, rows, columns, m = self.shape
        onward = np.zeros((n, rows * columns, m))
        np.put_along_axis(onward, self.winners, delta[:, None], axis=1)
        return onward.reshape(self.shape)


errors = check_layer(Anywhere(), rng.normal(size=(2, 4, 5, 3)))
print("wrong:", *[name for name, error in errors.items() if error > 1e-6] or ["none"])


def without_places(kind, seed):
    rng = np.random.default_rng(seed)
    layers = [kind(24, rng), Activation("relu"), Anywhere()]
    layers += [Dense(24, 10, rng=rng)]
    return Model(layers, "softmax", "cross_entropy")


# %% [markdown]
# There are 24 filters now, and no more than 24 numbers for the dense layer, one from each. Guess again, both
# for the filters that learn and for the frozen ones.

# %%
print("new digits read, three seeds")
unplaced = compare(without_places, epochs=20, eta=0.03)

# %% [markdown]
# This time it matters. Without the places, what random filters find is worth little, and those that learn are
# far ahead. They stay behind the first network all the same, because where a stroke is says a lot about a
# digit, and this network never gets to know it.
#
# What have the filters become? Below are twelve of them, as they were drawn and as they are now.

# %%
# Two rows of twelve small tables of three by three grey squares.
# Those in the upper row are random. Below, after training, most
# have become stronger, with dark squares beside light ones.
before = without_places(Windows, 0).body.layers[0].w
after = unplaced[0].body.layers[0].w
fig, axes = plt.subplots(2, 12, figsize=(5.0, 1.2))
for row, weights in zip(axes, [before, after], strict=True):
    for ax, filter_weights in zip(row, weights[:12], strict=True):
        ax.imshow(filter_weights.reshape(3, 3), cmap="gray_r", vmin=-2, vmax=2)
        ax.axis("off")
plt.show()

# %% [markdown]
# ## Moved
#
# Now move the new digits on their sheets, by up to two pixels, without cutting anything off. Which
# network will mind, and how much?

# %%
# How many new digits are read, over how far they have been moved.
# For the network with places the curve is a sharp peak at 0. For
# the one without, it is nearly level.
moves = range(-2, 3)
fig, ax = plt.subplots(figsize=(5.0, 2.6))
kinds = [("with places", placed, INK, "-"), ("without", unplaced, ACCENT, "-.")]
for name, networks, colour, line in kinds:
    shares = [
        np.mean([accuracy(net, canvas(x_new, right=move), y_new) for net in networks]) for move in moves
    ]
    ax.plot(moves, shares, line, color=colour, label=name)
    print(f"{name:12}", *(f"{share:4.0%}" for share in shares))
ax.set(xlabel="moved to the right by", ylabel="part read right")
ax.set(ylim=(0, 1), xticks=moves)
ax.legend()
plt.show()

# %% [markdown]
# The network with places has learned in which places to expect what. One pixel to the side, and it reads
# about half of the digits, although its filters still find just what they found before. The network without
# places does not mind. It differs only on a few digits, perhaps because they come so close to the border of
# the sheet that some of the windows over their last column are missing.
#
# If that is the reason, then it should not mind *at all* on a larger sheet, on which a digit has all its
# windows wherever it is. Nothing in the network depends on the size of the sheet, so it can read one that is
# twice as wide as those that it has learned from. Lay each digit anywhere on such a sheet:

# %%
rng = np.random.default_rng(0)
large = np.zeros((1, 24, 24, x_new.shape[1]))
for i, (down, right) in enumerate(rng.integers(2, 15, size=(x_new.shape[1], 2))):
    large[0, down : down + 8, right : right + 8, i] = x_new[:, i].reshape(8, 8)

for network in unplaced:
    there = network.feedforward(large)
    here = network.feedforward(new_images)
    print("the same shares for all digits:", bool(abs(there - here).max() < 1e-9))

# %%
# A large sheet with one small digit on it. Dots lie on the digit
# and around it, where filters have found most, and one dot lies
# in the corner.
network, i = unplaced[0], 2
network.feedforward(large[..., i : i + 1])
winners = network.body.layers[2].winners.ravel()
rows, columns = np.divmod(winners, 22)
fig, ax = plt.subplots(figsize=(3.4, 3.3))
ax.imshow(large[0, :, :, i], cmap="gray_r")
ax.plot(columns + 1, rows + 1, "o", color=GRADIENT, markersize=4)
ax.set(xticks=[], yticks=[])
plt.show()

# %% [markdown]
# Each dot is the middle of the window in which a filter has found most. (The one in the corner belongs to
# filters that find nothing on this digit, and for which the empty ground is as good as anything.) These
# few windows are all that the answer is made from, and all that the network could learn from this image,
# because nothing goes back to the other places.
#
# That is the bargain. A network that keeps the places reads better, but only where it expects the digit, and
# one that forgets them reads the digit anywhere, but less well. Many large networks for images go from the
# one to the other step by step: each layer forgets a little of the place, and looks at a larger part of the
# image.
#
# ## Try it
#
# - Put *two* digits on one large sheet. What will the network without places say? Look at the shares of
#   both.
# - Give the network with places only two filters, or nine, frozen and not. When does it begin to matter
#   that they learn?
# - Turn all the filters of `unplaced[0]` upside down, in `network.body.layers[0].w`. Which digits are
#   still read, and why these?
# - Put a second layer after the first: `Conv2d(24, 24, size=3)` of the library and another ReLU, before
#   `Anywhere`. Its windows see five pixels by five. How much of the gap to the network with places does
#   it close?
# - Train the network with places on moved copies of the images as well. Is it then better everywhere than
#   the one without?
# - Replace the largest entry by the mean of all entries in `Anywhere`, and write its way back. Does
#   `check_layer` agree? Which of the two learns better, and is it still the same on the large sheet?
