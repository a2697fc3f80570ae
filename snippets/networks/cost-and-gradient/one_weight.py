import matplotlib.pyplot as plt
import numpy as np

from backprop import Network
from bookdraw import GRADIENT, VALUE

from network import x, y

net = Network([2, 3, 1])
net.biases = [[[-1], [1], [-1]], [[0.5]]]


def cost(weight):
    net.weights = [[[weight, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
    return net.cost(x, y)


weights = np.linspace(-7, 5, 200)
slope = (cost(1 + 1e-5) - cost(1 - 1e-5)) / 2e-5
fig, ax = plt.subplots()
ax.plot(weights, [cost(w) for w in weights], color=VALUE)
near = np.array([-1, 3])
ax.plot(near, cost(1) + slope * (near - 1), color=GRADIENT, linestyle="--")
ax.plot(1, cost(1), "o", color=GRADIENT)
ax.text(1.3, cost(1) - 0.02, f"now: slope {slope:.4f}", color=GRADIENT)
ax.set(xlabel="the weight $w^2_{11}$", ylabel="cost $C$")
plt.show()
