import numpy as np

from backprop import Network, numerical_gradient
from backprop.datasets import xor

x, y = xor()
net = Network([2, 3, 1], rng=0)


def accuracy(w):
    net.weights[0] = w
    return ((net.feedforward(x) > 0.5) == (y > 0.5)).mean()


def cost(w):
    net.weights[0] = w
    return net.cost(x, y)


w = net.weights[0].copy()
for measure in [accuracy, cost]:
    slopes = numerical_gradient(measure, w)
    count = np.count_nonzero(slopes)
    print(f"{measure.__name__}: {count} of {slopes.size} slopes are not 0")
    #> accuracy: 0 of 6 slopes are not 0
    #> cost: 6 of 6 slopes are not 0
