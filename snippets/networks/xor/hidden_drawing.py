import matplotlib.pyplot as plt
import numpy as np

from bookdraw import CLASSES, HIGHLIGHT, INK, SURFACE

from network import forward, start, step, x, y

on = y[0] == 1
W2, b2, W3, b3 = start()
for _ in range(10_000):
    step(W2, b2, W3, b3)

ticks = np.linspace(-0.5, 1.5, 81)
grid = np.array([g.ravel() for g in np.meshgrid(ticks, ticks)])
hidden = forward(grid, W2, b2, W3, b3)[0].reshape(3, 81, 81)
fig, axes = plt.subplots(1, 3, figsize=(5.0, 2.4), sharey=True)
for unit, ax in enumerate(axes):
    a = hidden[unit]
    ax.contourf(ticks, ticks, a, levels=[0, 0.5, 1], colors=[SURFACE, HIGHLIGHT])
    ax.contour(ticks, ticks, a, levels=[0.5], colors=[INK], linewidths=[1.0])
    ax.plot(*x[:, on], "o", color=CLASSES[0], markersize=8)
    ax.plot(*x[:, ~on], "X", color=CLASSES[1], markersize=8)
    ax.set(title=f"unit {unit + 1}", aspect="equal", xticks=[0, 1], yticks=[0, 1])
plt.show()
