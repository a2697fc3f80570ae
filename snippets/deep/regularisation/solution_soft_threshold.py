import numpy as np


def soft_threshold(w, t):
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)


print(soft_threshold(np.array([-2, 0.25, 0.5, 1.5]), 0.5).tolist())
#> [-1.5, 0.0, 0.0, 1.0]
