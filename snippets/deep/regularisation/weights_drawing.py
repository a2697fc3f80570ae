import matplotlib.pyplot as plt
import numpy as np

from backprop import Network, datasets, train
from bookdraw import VALUE

x, y, _, _ = datasets.split(*datasets.breast_cancer(), test=0.5)
x, y = datasets.standardise(x[:, :80]), y[:, :80]
y[:, :8] = 1 - y[:, :8]

fig, axes = plt.subplots(1, 3, figsize=(5.0, 2.5), sharey=True)
for ax, (title, penalty) in zip(
    axes, {"no penalty": {}, "L2": {"l2": 0.1}, "L1": {"l1": 0.01}}.items(), strict=True
):
    net = Network([30, 32, 1], hidden="relu", cost="cross_entropy", init="he")
    train(net, x, y, epochs=100, eta=0.1, **penalty)
    ax.hist(net.weights[0].ravel(), np.linspace(-1, 1, 41), color=VALUE)
    ax.set(title=title, xlabel="weight", yscale="log", xticks=[-1, 0, 1])
    ax.set(yticks=[1, 10, 100, 1000], yticklabels=["1", "10", "100", "1000"])
axes[0].set(ylabel="how many")
plt.show()
