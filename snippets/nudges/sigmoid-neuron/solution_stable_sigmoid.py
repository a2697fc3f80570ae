import numpy as np


def stable_sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, small) / (1 + small)


print(stable_sigmoid(np.array([-1000, -3, 0, 3, 1000])).round(4))
#> [0.     0.0474 0.5    0.9526 1.    ]
