import numpy as np

from backprop import sigmoid_prime


def hidden_error(W_next, delta_next, z):
    return (W_next.T @ delta_next) * sigmoid_prime(z)


W, delta = np.array([[1.0, -2, 4]]), np.array([[0.5]])
print(hidden_error(W, delta, np.zeros((3, 1))).T)
#> [[ 0.125 -0.25   0.5  ]]
