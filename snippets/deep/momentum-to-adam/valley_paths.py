import matplotlib.pyplot as plt
import numpy as np

from backprop import SGD, Adam, Momentum, Nesterov, RMSProp
from bookdraw import GRADIENT, INK, MUTED

curvature = np.array([1, 25])
first, second = np.linspace(-4, 11.5, 120), np.linspace(-1.7, 1.7, 60)
cost = (first**2 + 25 * second[:, None] ** 2) / 2
runs = [
    ("gradient descent", SGD(), 0.07),
    ("momentum", Momentum(0.7), 0.04),
    ("Nesterov", Nesterov(0.7), 0.04),
    ("RMSProp", RMSProp(), 0.3),
    ("Adam", Adam(), 1),
]
fig, axes = plt.subplots(5, 1, figsize=(5.0, 7.0), sharex=True)
for ax, (name, optimiser, eta) in zip(axes, runs, strict=True):
    w = np.array([10.0, 1.0])
    path = [w.copy()]
    for _ in range(30):
        optimiser.step(w, curvature * w, eta)
        path.append(w.copy())
    levels = [0.3, 2, 6, 13, 23, 36, 52]
    ax.contour(first, second, cost, levels=levels, colors=MUTED, linewidths=0.5)
    ax.plot(*np.transpose(path), "o-", color=GRADIENT, markersize=3, linewidth=1)
    ax.plot(*path[0], "o", color=INK)
    ax.plot(0, 0, "+", color=INK, markersize=9)
    ax.text(11.5, -1.6, name, color=INK, ha="right")
    ax.set(yticks=[-1, 0, 1], ylim=(-1.75, 1.75), ylabel="$y$")
axes[4].set(xlabel="$x$")
plt.show()
