import numpy as np


def quadratic_cost(a, y):
    return np.sum((a - y) ** 2) / (2 * a.shape[1])


print(quadratic_cost(np.array([[0.5, 1.0]]), np.array([[1, 1]])))
#> 0.0625
