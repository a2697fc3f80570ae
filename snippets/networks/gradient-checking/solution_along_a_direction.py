import numpy as np


def directional_quotient(cost, w, direction, h):
    rise = cost(w + h * direction) - cost(w - h * direction)
    return rise / (2 * h)


w, direction = np.array([3.0, 4]), np.array([0.6, 0.8])
print(round(directional_quotient(np.linalg.norm, w, direction, 0.1), 6))
#> 1.0
