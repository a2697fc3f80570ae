import numpy as np

from backprop import numerical_gradient, softmax

z, pear = np.array([[2.0], [1], [-1]]), 1


def cost(tau):
    return -np.log(softmax(z / tau)[pear, 0])


print(f"derivative at the temperature 2: {numerical_gradient(cost, 2):.4f}")
#> derivative at the temperature 2: -0.0757
