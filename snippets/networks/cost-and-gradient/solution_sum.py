import numpy as np

from backprop import Network

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
x = np.array([[1, -1, 2, 0], [2, 1, 0, -1]])
y = np.array([[0, 1, 0, 1]])

_, once = net.backprop(x, y)
_, twice = net.backprop(np.hstack([x, x]), np.hstack([y, y]))
print(once[1].round(4).tolist())
#> [[0.0165, 0.001, 0.0265]]
print(twice[1].round(4).tolist())
#> [[0.0165, 0.001, 0.0265]]
