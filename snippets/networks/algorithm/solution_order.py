import numpy as np

from backprop import sigmoid, sigmoid_prime

from network import W2, W3, b2, b3

x, y, eta = np.array([[1.0], [2]]), 0, 5

z2 = W2 @ x + b2
z3 = W3 @ sigmoid(z2) + b3
delta3 = (sigmoid(z3) - y) * sigmoid_prime(z3)
right = (W3.T @ delta3) * sigmoid_prime(z2)
W3 = W3 - eta * delta3 @ sigmoid(z2).T  # too early
wrong = (W3.T @ delta3) * sigmoid_prime(z2)
print(right.round(4).tolist())
#> [[0.0568], [-0.0152], [0.0215]]
print(wrong.round(4).tolist())
#> [[0.0513], [-0.0248], [0.0088]]
