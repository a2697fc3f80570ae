import matplotlib.pyplot as plt
import numpy as np

from backprop import Network, numerical_gradient
from bookdraw import GRADIENT, INK, MUTED

from network import x, y

net = Network([2, 3, 1])
net.biases = [[[-1], [1], [-1]], [[0.5]]]


def cost(place):
    net.weights = [[[place[0], -0.5], [-1, 1], [0.5, 1]], [[2, -1, place[1]]]]
    return net.cost(x, y)


first, second = np.linspace(-3.5, 2.5, 60), np.linspace(-4, 2, 60)
heights = [[cost((u, v)) for u in first] for v in second]
path = [np.array([1.0, 1.0])]
for _ in range(30):
    path.append(path[-1] - 5 * numerical_gradient(cost, path[-1]))

fig, ax = plt.subplots(figsize=(4.4, 4.1))
ax.contour(first, second, heights, levels=16, colors=MUTED, linewidths=0.7)
ax.plot(*np.transpose(path), "o-", color=GRADIENT, markersize=3, linewidth=1)
ax.plot(*path[0], "o", color=INK)
ax.text(1.12, 0.95, "start", color=INK)
ax.set(xlabel="$w^2_{11}$", ylabel="$w^3_{13}$", aspect="equal")
plt.show()
