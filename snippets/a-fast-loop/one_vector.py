import numpy as np

from backprop import Network

net = Network([3, 4, 2], rng=0)
sizes = [array.size for array in net.weights + net.biases]
theta = np.concatenate([array.ravel() for array in net.weights + net.biases])
print(sizes, theta.shape)
#> [12, 8, 4, 2] (26,)

W2 = theta[:12].reshape(4, 3)  # a view: other shape, same numbers
theta -= 1  # one operation for all layers
print(np.allclose(W2, net.weights[0] - 1), np.shares_memory(W2, theta))
#> True True
