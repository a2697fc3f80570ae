import numpy as np


def soft_threshold(w, t):
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)


print(soft_threshold(np.array([-3, 0.2, 4]), 0.5).tolist())
#> [-2.5, 0.0, 3.5]
