import numpy as np

from backprop import numerical_gradient, softmax

y = np.array([[0.8], [0.15], [0.05]])


def cost(z):
    return -(y * np.log(softmax(z))).sum()


z = np.zeros((3, 1))
for _ in range(300):
    z -= numerical_gradient(cost, z)
print(f"lowest cost found {cost(z):.4f}")
#> lowest cost found 0.6129
