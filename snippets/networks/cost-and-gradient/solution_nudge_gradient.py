import numpy as np


def nudge_gradient(cost, w, h):
    gradient = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        right, left = w.copy(), w.copy()
        right[index] += h
        left[index] -= h
        gradient[index] = (cost(right) - cost(left)) / (2 * h)
    return gradient


w = np.array([[1.0, -2]])
print(nudge_gradient(lambda w: np.sum(w**2), w, 0.1).round(6))
#> [[ 2. -4.]]
