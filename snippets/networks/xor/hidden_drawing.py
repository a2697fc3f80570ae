import matplotlib.pyplot as plt
import numpy as np

from backprop import datasets, sigmoid
from bookdraw import GRADIENT, HIGHLIGHT, INK, SURFACE, VALUE

x, y = datasets.xor()
on = y[0] == 1
rng = np.random.default_rng(5)
W2, b2 = rng.normal(size=(3, 2)), np.zeros((3, 1))
W3, b3 = rng.normal(size=(1, 3)), np.zeros((1, 1))
for _ in range(10_000):
    a2 = sigmoid(W2 @ x + b2)
    a3 = sigmoid(W3 @ a2 + b3)
    delta3 = (a3 - y) * a3 * (1 - a3)
    delta2 = (W3.T @ delta3) * a2 * (1 - a2)
    W3 -= 0.1 * delta3 @ a2.T
    b3 -= 0.1 * delta3.sum(axis=1, keepdims=True)
    W2 -= 0.1 * delta2 @ x.T
    b2 -= 0.1 * delta2.sum(axis=1, keepdims=True)

ticks = np.linspace(-0.5, 1.5, 81)
grid = np.array([g.ravel() for g in np.meshgrid(ticks, ticks)])
hidden = sigmoid(W2 @ grid + b2).reshape(3, 81, 81)
fig, axes = plt.subplots(1, 3, figsize=(5.8, 2.5), sharey=True)
for unit, ax in enumerate(axes):
    a = hidden[unit]
    ax.contourf(ticks, ticks, a, levels=[0, 0.5, 1], colors=[SURFACE, HIGHLIGHT])
    ax.contour(ticks, ticks, a, levels=[0.5], colors=[INK], linewidths=[1.0])
    ax.plot(*x[:, on], "o", color=VALUE, markersize=8)
    ax.plot(*x[:, ~on], "X", color=GRADIENT, markersize=8)
    ax.set(title=f"unit {unit + 1}", aspect="equal", xticks=[0, 1], yticks=[0, 1])
plt.show()
