import matplotlib.pyplot as plt
import numpy as np

from backprop import Network, datasets
from bookdraw import CLASS_MARKERS, CLASS_TINTS, CLASSES, INK

X, Y = datasets.twenty_points()
label = Y.argmax(axis=0)
ticks = np.linspace(-1.35, 1.35, 109)
grid = np.array([g.ravel() for g in np.meshgrid(ticks, ticks)])

fig, axes = plt.subplots(1, 2, figsize=(5.0, 2.8), sharey=True)
for ax, sizes, title in [
    (axes[0], [2, 3], "no hidden layer"),
    (axes[1], [2, 4, 4, 3], "2-4-4-3"),
]:
    net = Network(sizes, hidden="tanh", output="softmax", cost="cross_entropy")
    for _ in range(500):
        nabla_b, nabla_w = net.backprop(X, Y)
        net.weights = [w - 0.2 * g for w, g in zip(net.weights, nabla_w, strict=True)]
        net.biases = [b - 0.2 * g for b, g in zip(net.biases, nabla_b, strict=True)]

    a = net.feedforward(grid).reshape(3, 109, 109)
    for j, fill in enumerate(CLASS_TINTS):
        lead = a[j] - np.delete(a, j, axis=0).max(axis=0)
        ax.contour(ticks, ticks, lead, levels=[0], colors=[INK], linewidths=[0.8])
        ax.contourf(ticks, ticks, lead, levels=[0, 1.01], colors=[fill])
    for j, (marker, colour) in enumerate(zip(CLASS_MARKERS, CLASSES, strict=True)):
        ax.plot(*X[:, label == j], marker, color=colour)
    ax.set(
        title=title,
        xlabel="$x_1$",
        aspect="equal",
        xticks=[-1, 0, 1],
        yticks=[-1, 0, 1],
    )
axes[0].set(ylabel="$x_2$")
plt.show()
