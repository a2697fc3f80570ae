import matplotlib.pyplot as plt
import numpy as np

from backprop import datasets, sigmoid
from bookdraw import GRADIENT, HIGHLIGHT, INK, SURFACE, VALUE

x, y = datasets.xor()
on = y[0] == 1
rng = np.random.default_rng(5)
W2, b2 = rng.normal(size=(3, 2)), np.zeros((3, 1))
W3, b3 = rng.normal(size=(1, 3)), np.zeros((1, 1))
ticks = np.linspace(-0.5, 1.5, 81)
grid = np.array([g.ravel() for g in np.meshgrid(ticks, ticks)])


def draw(ax, title):
    a = sigmoid(W3 @ sigmoid(W2 @ grid + b2) + b3).reshape(81, 81)
    ax.contourf(ticks, ticks, a, levels=[0, 0.5, 1], colors=[SURFACE, HIGHLIGHT])
    ax.contour(ticks, ticks, a, levels=[0.5], colors=[INK], linewidths=[1.0])
    ax.plot(*x[:, on], "o", color=VALUE, markersize=9)
    ax.plot(*x[:, ~on], "X", color=GRADIENT, markersize=9)
    ax.set(title=title, aspect="equal", xticks=[0, 1], yticks=[0, 1])


fig, axes = plt.subplots(2, 2, figsize=(5.0, 5.2), sharex=True, sharey=True)
panels = dict(zip([0, 1000, 2500, 10_000], axes.flat, strict=True))
for epoch in range(10_001):
    a2 = sigmoid(W2 @ x + b2)
    a3 = sigmoid(W3 @ a2 + b3)
    if epoch in panels:
        loss = np.mean((y - a3) ** 2)
        draw(panels[epoch], f"epoch {epoch}: {loss:.4f}")
    delta3 = (a3 - y) * a3 * (1 - a3)
    delta2 = (W3.T @ delta3) * a2 * (1 - a2)
    W3 -= 0.1 * delta3 @ a2.T
    b3 -= 0.1 * delta3.sum(axis=1, keepdims=True)
    W2 -= 0.1 * delta2 @ x.T
    b2 -= 0.1 * delta2.sum(axis=1, keepdims=True)
plt.show()
