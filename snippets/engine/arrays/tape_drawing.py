import matplotlib.pyplot as plt

from backprop import Tensor
from bookdraw import GRADIENT, INK, SURFACE, VALUE, WIDTH

from digits import net, x, y

W2, W3 = (Tensor(w) for w in net.weights)
b2, b3 = (Tensor(b) for b in net.biases)
p2 = W2 @ x
z2 = p2 + b2
a2 = z2.sigmoid()
p3 = W3 @ a2
z3 = p3 + b3
costs = z3.softmax_cross_entropy(y)
mean = costs.mean()
steps = [
    ("times", p2, "W^2"),
    ("plus", z2, "b^2"),
    ("sigmoid", a2, ""),
    ("times", p3, "W^3"),
    ("plus", z3, "b^3"),
    ("softmax and cost", costs, ""),
    ("mean", mean, ""),
]


def shape(tensor):
    return r" \times ".join(f"{n}" for n in tensor.shape) or "1"


fig, ax = plt.subplots(figsize=(WIDTH, 4.4))
box = {"boxstyle": "round", "facecolor": SURFACE, "edgecolor": INK}
for row, (word, result, knob) in enumerate(steps):
    ax.plot([0, 0], [-row - 0.1, -row - 0.9], "-", color=INK)
    if knob:
        ax.plot([-0.8, 0], [-row, -row], "-", color=INK)
        ax.text(-0.86, -row, f"${knob}$", ha="right", va="center")
    ax.text(0, -row, word, ha="center", va="center", bbox=box)
    at = {"y": -row - 0.5, "va": "center"}
    ax.text(0.1, s=f"${shape(result)}$", color=VALUE, **at)
    ax.text(-0.1, s=f"${shape(result)}$", ha="right", color=GRADIENT, **at)
at = {"y": 0.5, "va": "center"}
ax.plot([0, 0], [0.75, 0.25], "-", color=INK)
ax.text(0.1, s="forward", color=VALUE, **at)
ax.text(-0.1, s="back", ha="right", color=GRADIENT, **at)
ax.set(xlim=(-1.6, 1.6))
ax.axis("off")
plt.show()
