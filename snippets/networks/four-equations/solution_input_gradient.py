import numpy as np

from backprop import Network, numerical_gradient, sigmoid, sigmoid_prime


def input_gradient(weights, biases, x, y):
    zs, a = [], x
    for w, b in zip(weights, biases, strict=True):
        zs.append(w @ a + b)
        a = sigmoid(zs[-1])
    delta = (a - y) * sigmoid_prime(zs[-1])
    for k in range(len(weights) - 1, 0, -1):  # from the last matrix to the second
        delta = (weights[k].T @ delta) * sigmoid_prime(zs[k - 1])
    return weights[0].T @ delta


net = Network([3, 4, 4, 2], rng=1)
x, y = np.array([[1.0], [2], [-1]]), np.array([[0.0], [1]])
ours = input_gradient(net.weights, net.biases, x, y)
print(np.allclose(ours, numerical_gradient(lambda x: net.cost(x, y), x)))
#> True
