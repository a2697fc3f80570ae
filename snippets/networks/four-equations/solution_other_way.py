import numpy as np

from backprop import sigmoid, sigmoid_prime

z2 = np.array([[-1.0], [2], [1.5]])
W3 = np.array([[2, -1, 1], [-1, 0.5, 2]])
b3, y = np.array([[0.5], [0]]), np.array([[1], [0]])

z3 = W3 @ sigmoid(z2) + b3
delta3 = (sigmoid(z3) - y) * sigmoid_prime(z3)
collected = W3.T @ delta3
print(delta3.round(4).ravel())
#> [-0.0545  0.1041]
print(collected.round(4).ravel())
#> [-0.213   0.1065  0.1536]
print((collected * sigmoid_prime(z2)).round(4).ravel())
#> [-0.0419  0.0112  0.0229]
