import numpy as np


def tents(x, layers):
    for _ in range(layers):
        x = 2 * np.maximum(x, 0) - 4 * np.maximum(x - 0.5, 0)
    return x


print(tents(np.array([0, 0.125, 0.25, 0.375, 0.5]), 2))
#> [0.  0.5 1.  0.5 0. ]
