import numpy as np

from backprop import numerical_gradient, sigmoid


def cost(z):
    a = sigmoid(z)
    return -((1 - a) ** 2) * np.log(a)


print(f"derivative at -2: {numerical_gradient(cost, -2):.4f}")
#> derivative at -2: -1.0767
