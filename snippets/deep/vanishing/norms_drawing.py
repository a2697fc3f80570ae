import matplotlib.pyplot as plt
import numpy as np

from backprop import Network
from bookdraw import FIRST, FOURTH, SECOND, THIRD

rng = np.random.default_rng(0)
x, y = rng.normal(size=(50, 100)), np.eye(5)[:, np.arange(100) % 5]
outside = {"output": "softmax", "cost": "cross_entropy", "rng": 1}
lines = {"normal": FIRST, "he": SECOND, "xavier": THIRD, "small": FOURTH}
names = {"normal": "normal", "he": "He", "xavier": "Xavier", "small": "small"}

fig, axes = plt.subplots(3, 1, figsize=(5.0, 6.8), sharex=True, sharey=True)
for ax, hidden in zip(axes, ["sigmoid", "tanh", "relu"], strict=True):
    for init, line in lines.items():
        net = Network([50] * 21 + [5], hidden=hidden, init=init, **outside)
        _, nabla_w = net.backprop(x, y)
        norms = [np.linalg.norm(g) for g in nabla_w]
        ax.plot(range(2, 23), norms, **line)
        if hidden == "relu":
            side = {"he": "bottom", "xavier": "top"}.get(init, "center")
            ax.text(22.3, norms[-1], names[init], color=line["color"], va=side)
    ax.set(yscale="log", ylim=(1e-38, 1e18), xlim=(2, 25))
    ax.set(yticks=[1e-30, 1e-15, 1, 1e15])
    ax.set_title(hidden, loc="left")
    ax.grid(axis="y")
axes[2].set(xlabel="layer", xticks=[2, 7, 12, 17, 22])
plt.show()
