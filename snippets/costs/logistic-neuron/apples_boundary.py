import matplotlib.pyplot as plt
import numpy as np

from backprop import sigmoid
from bookdraw import CLASS_TINTS, CLASSES, INK, MUTED

ripe = np.array(
    [[1.6, 0.9, 1.2, 0.4, 1.8, 0.7, -0.3], [-0.5, -1.2, 0.5, -0.9, -1.5, 0.3, -0.8]]
)
unripe = np.array(
    [[-0.4, -1.2, -1.7, -0.8, 0.8, -1.1, 0.3], [0.9, 1.4, -0.4, 0.2, -0.1, 1.6, 1.2]]
)
x, y = np.hstack([ripe, unripe]), np.array([[1] * 7 + [0] * 7])

w, b = np.zeros((1, 2)), np.zeros((1, 1))
for _ in range(1000):
    delta = sigmoid(w @ x + b) - y
    w, b = w - 0.5 * delta @ x.T / 14, b - 0.5 * delta.mean()

across, up = np.meshgrid(np.linspace(-2.2, 2.2, 111), np.linspace(-2.2, 2.2, 111))
a = sigmoid(w @ np.array([across.ravel(), up.ravel()]) + b).reshape(across.shape)

fig, ax = plt.subplots(figsize=(4.6, 4.3))
ax.contourf(across, up, a, levels=[0, 0.5, 1], colors=CLASS_TINTS[1::-1])
lines = ax.contour(
    across,
    up,
    a,
    levels=[0.1, 0.5, 0.9],
    colors=[MUTED, INK, MUTED],
    linewidths=[0.8, 1.4, 0.8],
)
ax.clabel(lines, fmt=str, manual=[(-1.7, -0.8), (-1.5, -1.44), (-0.5, -1.4)])
ax.plot(*ripe, "o", color=CLASSES[0], markersize=6)
ax.plot(*unripe, "s", color=CLASSES[1], markersize=6)
ax.text(1.15, -1.75, "ripe", color=CLASSES[0])
ax.text(-2.0, 1.75, "unripe", color=CLASSES[1])
ax.set(xlabel="redness $x_1$", ylabel="firmness $x_2$", aspect="equal")
plt.show()
