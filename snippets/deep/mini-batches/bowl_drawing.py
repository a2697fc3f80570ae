import matplotlib.pyplot as plt
import numpy as np

from bookdraw import GRADIENT, GRID, INK, MUTED

curvature = 4
line = np.linspace(-1.6, 1.6, 100)
fig, axes = plt.subplots(1, 3, figsize=(5.0, 2.6), sharey=True)
for ax, eta, title in zip(
    axes, [0.02, 0.2, 0.52], ["too small", "right", "too large"], strict=True
):
    path = [1.0]
    for _ in range(5):
        path.append(path[-1] - eta * curvature * path[-1])
    path = np.array(path)
    ax.plot(line, curvature / 2 * line**2, color=MUTED, linewidth=1)
    ax.plot(path, curvature / 2 * path**2, "o-", color=GRADIENT, linewidth=1)
    ax.plot(path[0], curvature / 2, "o", color=INK)
    ax.axhline(0, color=GRID, linewidth=0.8, zorder=0)
    ax.set(title=title, xlabel="$w$", xticks=[-1, 0, 1], ylim=(-0.25, 5.2))
axes[0].set(ylabel="cost")
plt.show()
