import numpy as np


def relu_backward(dA, Z):
    return np.where(Z > 0, dA, 0)


dA, Z = np.array([[2, -1], [3, 4]]), np.array([[-5, 0.5], [1, 0]])
print(relu_backward(dA, Z).tolist())
#> [[0, -1], [3, 0]]
