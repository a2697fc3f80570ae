import numpy as np


def dropout(a, p, mask):
    return a * mask / (1 - p)


print(dropout(np.array([1.0, 2, 3, 4]), 0.5, np.array([1, 0, 1, 0])))
#> [2. 0. 6. 0.]
