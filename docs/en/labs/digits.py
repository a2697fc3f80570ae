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
# # Lab: read handwritten digits
#
# In this lab a network learns to read digits that people wrote by hand. You train it, watch it learn,
# look at the digits that it misreads, and compare it with another library on the same images.
#
# To run it yourself, set up the folder `env` of [Run the listings](../run.md#labs), where this lab is
# `labs/digits.py`, and `labs/digits.ipynb` as a notebook. scikit-learn brings the images along.

# %%
# %config InlineBackend.figure_formats = ["svg"]
import numpy as np
from matplotlib import pyplot as plt
from sklearn.neural_network import MLPClassifier

from backprop import Network, accuracy, datasets, predict, train

INK, MUTED, ACCENT = "#20252c", "#5f6875", "#19705a"  # the book's colours
plt.rcParams["figure.constrained_layout.use"] = True

x, y = datasets.digits()
x_train, y_train, x_test, y_test = datasets.split(x, y)
print("to train with", x_train.shape, y_train.shape)
print("held out     ", x_test.shape, y_test.shape)

# %% [markdown]
# Each column of `x` is one image: 64 numbers from 0 (paper) to 1 (ink), row by row. Each column of `y`
# has a single 1, at the digit. A quarter of the images is held out, because the network is to be judged
# by digits that it has never seen.


# %%
# Twelve digits of the training set, each an image of 8 by 8
# grey squares, with its label above.
def show(columns, titles):
    fig = plt.figure(figsize=(5.0, 2.4))
    for i, title in enumerate(titles):
        ax = fig.add_subplot(2, 6, i + 1, title=title)
        image = columns[:, i].reshape(8, 8)
        ax.imshow(image, cmap="gray_r", vmin=0, vmax=1)
        ax.axis("off")
    plt.show()


show(x_train[:, :12], y_train[:, :12].argmax(axis=0))

# %% [markdown]
# ## Train
#
# The network has 64 inputs, 32 hidden units and 10 outputs. The softmax turns the outputs into
# probabilities, and the cost is the cross-entropy. Before the first step the network knows nothing, so
# its cost should be near that of ten equal probabilities, $\log 10$.

# %%
net = Network(
    [64, 32, 10],
    hidden="relu",
    output="softmax",
    cost="cross_entropy",
    init="he",
    rng=1,
)
print(f"cost at first {net.cost(x_train, y_train):.2f}")
print(f"log 10        {np.log(10):.2f}")

history = train(
    net,
    x_train,
    y_train,
    epochs=40,
    eta=0.1,
    batch_size=32,
    validation=(x_test, y_test),
)
print(f"right in training {accuracy(net, x_train, y_train):.1%}")
print(f"right held out    {accuracy(net, x_test, y_test):.1%}")

# %% [markdown]
# The two curves tell the story of the training. At first they fall together. Then a gap opens: the
# training cost goes on falling, and the cost of the held-out digits follows it less and less, because
# part of what is learned now holds for the training digits only.

# %%
# Two curves over the epochs. The training cost falls and
# falls; the held-out cost levels off above it.
ax = history.plot()
ax.set_ylim(0, 0.6)
plt.show()

# %% [markdown]
# ## What is taken for what
#
# Each row of the table is a true digit, each column what the network said, and each number how often
# that happened among the held-out images. What is on the diagonal is right, and everything beside it is
# a mistake.

# %%
# A table of 10 by 10: large numbers down the diagonal, a few
# small ones beside it.
true = y_test.argmax(axis=0)
said = predict(net, x_test)
counts = np.zeros((10, 10), int)
np.add.at(counts, (true, said), 1)

fig, ax = plt.subplots(figsize=(5.0, 4.9))
for row, column in np.argwhere(counts):
    colour = INK if row == column else ACCENT
    corner = column - 0.5, row - 0.5
    square = plt.Rectangle(corner, 1, 1, color=colour, alpha=0.25)
    ax.add_patch(square)
    number = ax.text(column, row, counts[row, column], color=INK)
    number.set(ha="center", va="center")
ax.set(xlabel="the network says", ylabel="true digit")
ax.set(xticks=range(10), xlim=(-0.5, 9.5))
ax.set(yticks=range(10), ylim=(9.5, -0.5), aspect="equal")
plt.show()

# %% [markdown]
# ## Look at the mistakes
#
# Numbers say how often a network is wrong, but it is the images that say why. Above each is what was
# meant, and after the arrow what the network took it for.

# %%
# Misread digits, at most twelve; some of them are hard to read
# for people, too.
wrong = np.flatnonzero(true != said)
print(f"{len(wrong)} of {len(true)} are misread")
shown = wrong[:12]
show(x_test[:, shown], [f"{true[i]} → {said[i]}" for i in shown])

# %% [markdown]
# A network that gives probabilities also says how sure it is. Let it hand the digits of which it is
# least sure to a person, and see how it does on the rest.

# %%
sureness = net.feedforward(x_test).max(axis=0)
for handed_on in (0, 0.02, 0.05, 0.1):
    kept = sureness >= np.quantile(sureness, handed_on)
    right = (true == said)[kept].mean()
    print(f"hand on {handed_on:3.0%}: {right:.1%} of the rest is right")

# %% [markdown]
# ## Against scikit-learn
#
# Here are the same layers, learning rate, mini-batches and epochs in scikit-learn's `MLPClassifier`, on
# the same images. Its samples are rows, so ours are transposed. And since one split can be lucky, there
# are five.

# %%
ours, theirs = [], []
for seed in range(5):
    a, a_y, b, b_y = datasets.split(x, y, rng=seed)
    again = Network(
        [64, 32, 10],
        hidden="relu",
        output="softmax",
        cost="cross_entropy",
        init="he",
        rng=seed,
    )
    train(again, a, a_y, epochs=40, eta=0.1, batch_size=32)
    ours.append(accuracy(again, b, b_y))

    other = MLPClassifier(
        [32],
        solver="sgd",
        learning_rate_init=0.1,
        momentum=0,
        alpha=0,
        batch_size=32,
        random_state=seed,
    )
    labels = a_y.argmax(axis=0)
    for _ in range(40):  # one epoch a call
        other.partial_fit(a.T, labels, classes=range(10))
    theirs.append(other.score(b.T, b_y.argmax(axis=0)))

print("split   ours   scikit-learn's")
for seed in range(5):
    print(f"{seed}       {ours[seed]:.1%}  {theirs[seed]:.1%}")
print(f"mean    {np.mean(ours):.1%}  {np.mean(theirs):.1%}")

# %% [markdown]
# Neither is ahead in all of them. Both compute the same gradient, and what differs is the first weights
# and the order of the images.

# %%
# Five pairs of dots, one pair a split: in each, the two
# libraries lie within a percent or two of each other.
fig, ax = plt.subplots(figsize=(5.0, 2.5))
ax.hlines(range(5), ours, theirs, color=MUTED, linewidth=1)
ax.plot(ours, range(5), "o", color=INK, label="ours")
ax.plot(theirs, range(5), "s", color=ACCENT, label="scikit-learn's")
ax.set(xlabel="part of the held-out digits read right")
ax.set(yticks=range(5), ylabel="split")
ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))
plt.show()

# %% [markdown]
# ## Try it
#
# - Leave out the hidden layer: `Network([64, 10], …)`. How many digits are lost?
# - Train with [`eta=1`]{.verbatim} and with [`eta=0.001`]{.verbatim}. Which of the curves tells you
#   what is wrong?
# - Add [`l2=0.001`]{.verbatim} or [`dropout=0.2`]{.verbatim} to `train`. Does the gap between the
#   two curves close, and is the network better for it?
# - Shift each held-out image one pixel to the right with
#   `np.roll(x_test.reshape(8, 8, -1), 1, axis=1).reshape(64, -1)`. How many are still read correctly?
#   What would you have to add to the training data?
# - Give each image the label of another one: shuffle the columns of `y_train` with `rng.permutation`
#   before training. How far does the training cost fall in 40 epochs, and in [300]{.given}? What
#   happens to the held-out cost meanwhile?
# - If you have the four files of MNIST in a folder, `datasets.mnist("folder")` reads them. A network
#   `[784, 30, 10]` then takes a second or two an epoch.
