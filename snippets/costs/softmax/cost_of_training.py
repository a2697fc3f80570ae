import matplotlib.pyplot as plt
import numpy as np

from backprop import Network, datasets
from bookdraw import ACCENT, FIRST, GRID, INK, MUTED, SECOND

X, Y = datasets.twenty_points()
label = Y.argmax(axis=0)


def costs(sizes):
    net = Network(sizes, hidden="tanh", output="softmax", cost="cross_entropy")
    for _ in range(501):
        yield net.cost(X, Y)
        nabla_b, nabla_w = net.backprop(X, Y)
        net.weights = [w - 0.2 * g for w, g in zip(net.weights, nabla_w, strict=True)]
        net.biases = [b - 0.2 * g for b, g in zip(net.biases, nabla_b, strict=True)]


fig, ax = plt.subplots(figsize=(5.0, 2.8))
ax.axhline(np.log(3), color=GRID, linewidth=0.8)
ax.plot(list(costs([2, 3])), **SECOND)
ax.plot(list(costs([2, 4, 4, 3])), **FIRST)
ax.text(500, np.log(3) + 0.02, "knowing nothing: log 3", color=MUTED, ha="right")
ax.text(500, 0.85, "no hidden layer", color=ACCENT, ha="right")
ax.text(75, 0.12, "2-4-4-3", color=INK)
ax.set(xlabel="epoch", ylabel="cost", ylim=(0, 1.5))
plt.show()
