import numpy as np

from backprop import Network, numerical_gradient

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
x = np.array([[1.0], [2]])

delta2, _ = net.backprop(x, [[0]])[0]
print((net.weights[0].T @ delta2).round(4).tolist())
#> [[0.0827], [-0.022]]
print(numerical_gradient(lambda x: net.cost(x, [[0]]), x).round(4).tolist())
#> [[0.0827], [-0.022]]
