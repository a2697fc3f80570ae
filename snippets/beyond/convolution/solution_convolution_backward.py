import numpy as np


def convolution_backward(x, w, delta):
    of_x, of_w = np.zeros(x.shape), np.zeros(w.shape)
    height, width = w.shape
    for i in range(delta.shape[0]):
        for j in range(delta.shape[1]):
            of_x[i : i + height, j : j + width] += w * delta[i, j]
            of_w += x[i : i + height, j : j + width] * delta[i, j]
    return of_x, of_w
