import numpy as np

from backprop import datasets, numerical_gradient, sigmoid

x, y = datasets.xor()
b2 = np.array([[-0.5], [0.5], [0]])
W3, b3 = np.array([[3.0, 2, -4]]), -0.5


def loss(v):
    a2 = sigmoid(v @ x.sum(axis=0, keepdims=True) + b2)
    a3 = sigmoid(W3 @ a2 + b3)
    return ((a3 - y) ** 2).mean()


derivatives = numerical_gradient(loss, [[1], [-1], [2]])
print(f"sum of the three derivatives {derivatives.sum():.4f}")
#> sum of the three derivatives -0.0805
