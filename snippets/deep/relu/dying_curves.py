import matplotlib.pyplot as plt
import numpy as np

from backprop import Network, datasets
from bookdraw import ACCENT, GRID, INK, MUTED

x, y = datasets.spirals()
options = {"output": "softmax", "cost": "cross_entropy", "init": "he"}


def shares_of_dead(eta):
    net = Network([2, 30, 30, 3], hidden="relu", rng=0, **options)
    for _ in range(51):
        zs, _ = net.forward_pass(x)
        dead = [(zs[layer] <= 0).all(axis=1) for layer in (2, 3)]
        yield np.concatenate(dead).mean()
        nabla_b, nabla_w = net.backprop(x, y)
        for w, g in zip(net.weights, nabla_w, strict=True):
            w -= eta * g
        for b, g in zip(net.biases, nabla_b, strict=True):
            b -= eta * g


fig, ax = plt.subplots(figsize=(5.0, 3.2))
rates = [(10, INK, "-", 0.91), (3, ACCENT, "-.", 0.6), (0.3, MUTED, "--", 0.14)]
for eta, colour, style, height in rates:
    ax.plot(list(shares_of_dead(eta)), color=colour, linestyle=style)
    ax.text(30, height, rf"$\eta = {eta:g}$", color=colour)
ax.grid(axis="y", color=GRID)
ax.set(xlabel="step", ylabel="share of dead units")
ax.set(xlim=(0, 51), ylim=(-0.08, 1.05), yticks=[0, 0.5, 1])
plt.show()
