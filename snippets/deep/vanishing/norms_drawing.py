import matplotlib.pyplot as plt
import numpy as np

from backprop import Network
from bookdraw import FIRST, FOURTH, GRADIENT, SECOND, THIRD, live
from bookdraw.live import name

rng = np.random.default_rng(0)
x, y = rng.normal(size=(50, 100)), np.eye(5)[:, np.arange(100) % 5]
outside = {"output": "softmax", "cost": "cross_entropy", "rng": 1}
activations, depths = ["sigmoid", "tanh", "relu"], [2, 5, 10, 20]
lines = {"normal": FIRST, "he": SECOND, "xavier": THIRD, "small": FOURTH}
names = {"normal": "normal", "he": "He", "xavier": "Xavier", "small": "small"}


def norms(hidden, init, depth):
    net = Network([50] * (depth + 1) + [5], hidden=hidden, init=init, **outside)
    _, nabla_w = net.backprop(x, y)
    return [float(f"{np.linalg.norm(g):.6g}") for g in nabla_w]


found = {
    str(depth): [norms(hidden, init, depth) for hidden in activations for init in lines]
    for depth in depths
}

fig, axes = plt.subplots(3, 1, figsize=(5.0, 6.8), sharex=True, sharey=True)
deepest = iter(found["20"])
for ax, hidden in zip(axes, activations, strict=True):
    for init, style in lines.items():
        line = next(deepest)
        (artist,) = ax.plot(range(2, 23), line, label=names[init], **style)
        name(artist, f"{hidden}_{init}")
    ax.set(yscale="log", ylim=(1e-38, 1e18), xlim=(1, 23))
    ax.set(yticks=[1e-30, 1e-15, 1, 1e15])
    ax.set_title(hidden, loc="left")
    ax.grid(axis="y")
axes[0].legend(loc="upper right", ncols=4, columnspacing=1, handlelength=2.2)
chosen = found["20"][list(lines).index("xavier")]
places = range(2, 23)
(dots,) = axes[0].plot(places, chosen, "o", color=GRADIENT, markersize=4, clip_on=False)
name(dots, "chosen")
axes[2].set(xlabel="layer", xticks=[2, 7, 12, 17, 22])

first, last = chosen[0], chosen[-1]
live(
    fig,
    "norms",
    {"activation": 1, "start": 3, "depth": 20},
    values={"first": first, "last": last, "factor": (first / last) ** (1 / 20)},
    data={"norms": found},
)
plt.show()
