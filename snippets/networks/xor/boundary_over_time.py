import matplotlib.pyplot as plt
import numpy as np

from bookdraw import CLASS_TINTS, CLASSES, INK

from network import forward, start, step, x, y

on = y[0] == 1
W2, b2, W3, b3 = start()
ticks = np.linspace(-0.5, 1.5, 81)
grid = np.array([g.ravel() for g in np.meshgrid(ticks, ticks)])


def draw(ax, title):
    a = forward(grid, W2, b2, W3, b3)[1].reshape(81, 81)
    ax.contourf(ticks, ticks, a, levels=[0, 0.5, 1], colors=CLASS_TINTS[1::-1])
    ax.contour(ticks, ticks, a, levels=[0.5], colors=[INK], linewidths=[1.0])
    ax.plot(*x[:, on], "o", color=CLASSES[0], markersize=9)
    ax.plot(*x[:, ~on], "X", color=CLASSES[1], markersize=9)
    ax.set(title=title, aspect="equal", xticks=[0, 1], yticks=[0, 1])


fig, axes = plt.subplots(2, 2, figsize=(5.0, 5.2), sharex=True, sharey=True)
panels = dict(zip([0, 1000, 2500, 10_000], axes.flat, strict=True))
for epoch in range(10_001):
    if epoch in panels:
        loss = np.mean((y - forward(x, W2, b2, W3, b3)[1]) ** 2)
        draw(panels[epoch], f"epoch {epoch}: {loss:.4f}")
    step(W2, b2, W3, b3)
plt.show()
