import numpy as np

from backprop import numerical_gradient, sigmoid

from network import W2, W3, b2, b3

x, y = np.array([[1.0], [2]]), 0


def cost_from_z3(z3):
    return ((y - sigmoid(z3)) ** 2 / 2).sum()


def cost_from_z2(z2):
    return cost_from_z3(W3 @ sigmoid(z2) + b3)


z2 = W2 @ x + b2
z3 = W3 @ sigmoid(z2) + b3
print("delta3", numerical_gradient(cost_from_z3, z3).round(4).tolist())
#> delta3 [[0.1444]]
print("delta2", numerical_gradient(cost_from_z2, z2).round(4).tolist())
#> delta2 [[0.0568], [-0.0152], [0.0215]]
