import matplotlib.pyplot as plt
import numpy as np

from backprop import Network, relu_prime
from bookdraw import FIRST, FOURTH, SECOND, THIRD

rng = np.random.default_rng(1)
x, last = rng.normal(size=(2, 100, 1000))
layers = range(2, 12)
lines = {"small": FOURTH, "normal": FIRST, "xavier": THIRD, "he": SECOND}
names = {"small": "small", "normal": "normal", "xavier": "Xavier", "he": "He"}

fig, axes = plt.subplots(1, 2, figsize=(5.0, 3.7), sharey=True)
for init, line in lines.items():
    net = Network([100] * 11, hidden="relu", output="relu", init=init, rng=0)
    zs, _ = net.forward_pass(x)
    delta = {11: last}
    for layer in range(10, 1, -1):
        W = net.weights[layer - 1]
        delta[layer] = (W.T @ delta[layer + 1]) * relu_prime(zs[layer])
    for ax, values in zip(axes, [zs, delta], strict=True):
        spreads = [values[layer].std() for layer in layers]
        ax.plot(layers, spreads, **line)
    axes[0].annotate(
        names[init],
        (11, zs[11].std()),
        (4, 0),
        textcoords="offset points",
        color=line["color"],
        va="center",
    )
axes[0].set(yscale="log", title=r"deviation of $z^l$, forward")
axes[1].set(title=r"of $\delta^l$, backward")
for ax in axes:
    ax.set(xlabel="layer $l$", xticks=[2, 5, 8, 11], xlim=(2, 14))
    ax.grid(axis="y")
axes[1].set(xlim=(2, 11))
plt.show()
