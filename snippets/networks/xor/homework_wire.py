import numpy as np

from backprop import numerical_gradient, sigmoid

x, y = np.array([[1.0], [2]]), 0
W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b2 = np.array([[-1.0], [1], [-1]])
W3, b3 = np.array([[2.0, -1, 1]]), 0.5


def cost(V):
    a2 = sigmoid(W2 @ x + b2)
    a3 = sigmoid(W3 @ a2 + V @ x + b3)
    return (a3[0, 0] - y) ** 2 / 2


derivatives = numerical_gradient(cost, [[0.75, -0.25]])
print(f"sum of the two derivatives {derivatives.sum():.4f}")
#> sum of the two derivatives 0.4070
