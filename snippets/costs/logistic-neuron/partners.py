import numpy as np

from backprop import sigmoid


def cross_entropy(a, y):
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


def quadratic(a, y):
    return 0.5 * (y - a) ** 2


def identity(z):
    return z


def softsign(z):
    return 0.5 + 0.5 * z / (1 + abs(z))


pairs = {
    "sigmoid,  cross-entropy": (sigmoid, cross_entropy),
    "sigmoid,  quadratic    ": (sigmoid, quadratic),
    "identity, quadratic    ": (identity, quadratic),
    "softsign, cross-entropy": (softsign, cross_entropy),
}
y, z, h = 0, 3.0, 1e-5
for name, (activation, cost) in pairs.items():
    up, down = cost(activation(z + h), y), cost(activation(z - h), y)
    delta = (up - down) / (2 * h)
    print(f"{name}  delta {delta:.4f}  a - y {activation(z) - y:.4f}")
    #> sigmoid,  cross-entropy  delta 0.9526  a - y 0.9526
    #> sigmoid,  quadratic      delta 0.0430  a - y 0.9526
    #> identity, quadratic      delta 3.0000  a - y 3.0000
    #> softsign, cross-entropy  delta 0.2500  a - y 0.8750
