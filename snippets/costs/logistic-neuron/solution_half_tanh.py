import numpy as np

from backprop import numerical_gradient, tanh

y, z = 0, 1.5


def output(z):
    return (1 + tanh(z)) / 2


delta = numerical_gradient(lambda t: -np.log(1 - output(t)), z)
print(f"delta {delta:.4f}, 2 (a - y) {2 * (output(z) - y):.4f}")
#> delta 1.9051, 2 (a - y) 1.9051
