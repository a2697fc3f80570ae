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
# # Lab: a finding, and what it rests on
#
# A needle takes some cells from a breast tumour, a microscope takes a picture, and 30 numbers describe
# the nuclei in it: their radius, texture, smoothness and so on. Is the tumour benign or malignant? In
# this lab you train networks that answer, and then ask what a careful person asks about such an answer:
# compared with what, on which data, with which mistakes, and for which reasons.
#
# To run it yourself, set up the folder `env` of [Run the listings](../run.md#labs), where this lab is
# `labs/breast-cancer.py`, and `labs/breast-cancer.ipynb` as a notebook. scikit-learn brings the data along.

# %%
# %config InlineBackend.figure_formats = ["svg"]
import numpy as np
from matplotlib import pyplot as plt
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression

from backprop import Network, accuracy, datasets, train

INK, MUTED = "#20252c", "#5f6875"  # the book's colours
VALUE, ACCENT = "#1b5fa6", "#19705a"
plt.rcParams["figure.constrained_layout.use"] = True

x, y = datasets.breast_cancer()
names = load_breast_cancer().feature_names
print(f"{x.shape[1]} tumours, {int(y.sum())} of them benign")
print(f"always saying benign is right in {y.mean():.1%}")

# %% [markdown]
# The last number is the one to beat. A network that is right in 60 percent has learned nothing but
# which class is the larger one.
#
# ## To standardise, or not
#
# The features are measured in different units, so their sizes have little to do with one another:

# %%
for j in (3, 0, 4, 19):
    print(f"{names[j]:24} mean {x[j].mean():8.4f}")

# %% [markdown]
# A single sigmoid neuron is trained twice on each of five splits: once on the numbers as they are, and
# once with every feature shifted and scaled to mean 0 and deviation 1. Mean and deviation come from the
# training samples only, because the held-out ones represent patients who have not come yet, so nothing
# about them may be used.


# %%
def neuron(x_train, y_train, l2=0.01):
    n = len(x_train)
    net = Network([n, 1], cost="cross_entropy", init="zeros")
    train(net, x_train, y_train, epochs=60, eta=0.1, l2=l2)
    return net


behind = 0
print("split   standardised")
for seed in range(5):
    a, a_y, b, b_y = datasets.split(x, y, rng=seed)
    raw = accuracy(neuron(a, a_y), b, b_y)
    a, b = datasets.standardise(a, b)
    scaled = accuracy(neuron(a, a_y), b, b_y)
    behind += raw < scaled
    print(f"{seed}       {scaled:.1%}")
print("the raw numbers do worse in", behind, "splits")

# %% [markdown]
# On the raw numbers the result is a lottery, from hardly better than always saying benign to more than
# 90 percent. It changes from one epoch to the next, and even with the last digit of a sum, which
# another processor rounds differently. So the table leaves it out, and counts only how often it is the
# worse of the two.
#
# The reason is that the gradient of each weight has its feature as a factor. The weights of large
# features jump to and fro while those of small ones hardly move, so no single learning rate suits both.
#
# ## Does it need to be deep?
#
# One neuron draws a flat boundary through the space of 30 features, and a hidden layer can bend it. Ten
# splits, the same for all, decide whether that helps. scikit-learn's `LogisticRegression` is a single
# neuron, too, but trained by another method.

# %%
results = {"one neuron": [], "hidden layer": [], "scikit-learn": []}
for seed in range(10):
    a, a_y, b, b_y = datasets.split(x, y, rng=seed)
    a, b = datasets.standardise(a, b)

    results["one neuron"].append(accuracy(neuron(a, a_y), b, b_y))

    deep = Network(
        [30, 10, 1],
        hidden="relu",
        cost="cross_entropy",
        init="he",
        rng=seed,
    )
    train(deep, a, a_y, epochs=60, eta=0.1, l2=0.01)
    results["hidden layer"].append(accuracy(deep, b, b_y))

    other = LogisticRegression().fit(a.T, a_y[0])
    results["scikit-learn"].append(other.score(b.T, b_y[0]))

for name, shares in results.items():
    low, high = min(shares), max(shares)
    print(f"{name:13} {np.mean(shares):.1%}  ({low:.1%} to {high:.1%})")
gain = np.subtract(results["hidden layer"], results["one neuron"])
print("hidden layer ahead in", np.sum(gain > 0), "splits, behind in", np.sum(gain < 0))

# %%
# Ten dots in each of three rows: the held-out accuracies of the
# three methods overlap almost wholly, between 96.5 and 100 percent.
fig, ax = plt.subplots(figsize=(5.0, 2.1))
rows = zip(results.items(), (INK, ACCENT, MUTED), strict=True)
for row, ((_, shares), colour) in enumerate(rows):
    ax.plot(shares, [row] * 10, "o", color=colour, alpha=0.5)
    ax.plot(np.mean(shares), row, "|", color=colour, markersize=20)
ax.set(yticks=range(3), yticklabels=results, ylim=(2.6, -0.6))
ax.set(xlabel="part of the held-out samples that is right")
plt.show()

# %% [markdown]
# The three clouds overlap: how lucky a split is matters more than the method, and a single split would
# have let you tell nearly any story. Compared split by split, the hidden layer is never ahead of the
# neuron. And when the simple model is as good, take the simple model.
#
# ## Two kinds of mistakes
#
# The neuron's output is its estimate of the probability that a tumour is benign. To call a tumour
# benign from a half on is a choice, and not the only one. Since a missed cancer is worse than a false
# alarm, you may want to be surer.

# %%
x_train, y_train, x_test, y_test = datasets.split(x, y, rng=0)
x_train, x_test = datasets.standardise(x_train, x_test)
net = neuron(x_train, y_train)
benign = net.feedforward(x_test)[0]
malignant = y_test[0] == 0

print(f"{malignant.sum()} of {malignant.size} are malignant")
print("benign from   missed   false alarms")
for limit in (0.1, 0.3, 0.5, 0.7, 0.9):
    missed = (benign >= limit) & malignant
    alarms = (benign < limit) & ~malignant
    print(f"{limit:11}   {missed.sum():6}   {alarms.sum():12}")

# %% [markdown]
# Moving the limit trades one kind of mistake for the other, whereas accuracy adds them up as if they
# were worth the same. Nothing in the data says where the limit should be: those who bear the mistakes
# have to decide that.
#
# ## What the weights say, and what they do not
#
# All features have the same deviation now, so their weights can be compared. A negative weight speaks
# against benign.

# %%
# The ten weights that are farthest from 0, as bars, all of them
# negative; none stands out by far from the next.
weights = net.weights[0][0]
largest = np.argsort(-abs(weights))[:10]
fig, ax = plt.subplots(figsize=(5.0, 3.4))
ax.barh(range(10), weights[largest], color=VALUE, height=0.6)
ax.axvline(0, color=MUTED, linewidth=0.7)
ax.set(yticks=range(10), yticklabels=names[largest])
ax.set(xlabel="weight", ylim=(9.6, -0.6))
plt.show()

# %% [markdown]
# It is tempting to read this as a list of causes. Two experiments show why it is not one. First, train
# on the same samples from five random starts, without the penalty `l2` and with it.

# %%
sizes = [20, 22, 23]
for l2 in (0, 0.01):
    drawn, right = [], []
    for seed in range(5):
        net = Network([30, 1], cost="cross_entropy", rng=seed)
        train(net, x_train, y_train, epochs=100, eta=0.1, l2=l2)
        drawn.append(net.weights[0][0, sizes])
        right.append(accuracy(net, x_test, y_test))
    print(f"l2 = {l2}, five starts:")
    for i, column in enumerate(np.transpose(drawn)):
        name = names[sizes[i]]
        print(f"  {name:16}", *(f"{w:6.2f}" for w in column))
    print("  accuracy        ", *(f"{share:6.1%}" for share in right))

# %% [markdown]
# Without the penalty each start leads to other weights, now and then with the opposite sign, and to
# nearly the same accuracy. The reason is that these three features say almost the same: a round nucleus
# of radius $r$ has the perimeter $2 \pi r$ and the area $\pi r^2$. Weight can be moved from one to
# another while the outputs hardly change, so training hardly corrects how the random start has shared
# it out, and what differs is mostly the start. With the penalty, sharing unevenly costs something, and
# all starts end at nearly the same weights.
#
# Second, take these features away.

# %%
print("correlations of worst radius, perimeter, area:")
print(np.corrcoef(x[sizes]).round(3))

of_size = ("radius", "perimeter", "area")
size = [any(word in name for word in of_size) for name in names]
rest = np.flatnonzero(~np.array(size))
with_size, without = [], []
for seed in range(5):
    a, a_y, b, b_y = datasets.split(x, y, rng=seed)
    a, b = datasets.standardise(a, b)
    with_size.append(accuracy(neuron(a, a_y), b, b_y))
    net = neuron(a[rest], a_y)
    without.append(accuracy(net, b[rest], b_y))
print(f"all 30 features:          {np.mean(with_size):.1%}")
print(f"the {len(rest)} that are no sizes: {np.mean(without):.1%}")

# %% [markdown]
# Nine features are gone, the one with the largest weight among them. There are more mistakes now, so
# something is lost, but most of what these nine said is said by others, too. A weight tells how this
# model uses a feature beside the others. It tells neither what would happen if the feature were
# different, nor whether the model could do without it.
#
# ## Try it
#
# - Give the neuron on raw numbers a smaller learning rate, [`eta=1e-4`]{.verbatim}, and more epochs.
#   How far does it get?
# - Standardise with the mean and deviation of *all* samples before splitting. Here it changes little.
#   With which data would it be a serious mistake?
# - How few features suffice? Start with the one of the largest weight, and add the next ones, one at a
#   time.
# - Turn the labels around, [`y = 1 - y`]{.verbatim}. What happens to the weights, and to the accuracy?
# - Train with only 20 of the samples. Which suffers more, the neuron or the hidden layer?
# - Find a limit with which no cancer in this test set is missed. Would you promise that for the next
#   hundred patients?
