import numpy as np

from backprop import numerical_gradient, sigmoid, sigmoid_prime

from network import W2, b2

W3 = np.array([[2.0, -1, 1], [-1, 0.5, 2]])
b3 = np.array([[0.5], [0]])
x, y = np.array([[1.0], [2]]), np.array([[0], [1]])


def weighted_inputs(W2, W3, x):
    z2 = W2 @ x + b2
    z3 = W3 @ sigmoid(z2) + b3 + x  # the way past the layer
    return z2, z3


def two_paths(W2, W3):
    z2, z3 = weighted_inputs(W2, W3, x)
    delta3 = (sigmoid(z3) - y) * sigmoid_prime(z3)  # BP1
    delta2 = (W3.T @ delta3) * sigmoid_prime(z2)  # BP2
    return W2.T @ delta2, delta3


def measured(W2, W3):
    def cost(x):
        _, z3 = weighted_inputs(W2, W3, x)
        return ((y - sigmoid(z3)) ** 2).sum() / 2

    return numerical_gradient(cost, x)


through, past = two_paths(W2, W3)
print("through the layer:", through.ravel().round(4))
#> through the layer: [ 0.0539 -0.0145]
print("past the layer:   ", past.ravel().round(4))
#> past the layer:    [ 0.094  -0.0005]
print("together:         ", (through + past).ravel().round(4))
#> together:          [ 0.1479 -0.015 ]
print("measured:         ", measured(W2, W3).ravel().round(4))
#> measured:          [ 0.1479 -0.015 ]

through, past = two_paths(0 * W2, 0 * W3)
print("with all weights 0, through:", abs(through).ravel())
#> with all weights 0, through: [0. 0.]
print("past:    ", past.ravel().round(4))
#> past:     [ 0.1219 -0.0125]
print("measured:", measured(0 * W2, 0 * W3).ravel().round(4))
#> measured: [ 0.1219 -0.0125]
