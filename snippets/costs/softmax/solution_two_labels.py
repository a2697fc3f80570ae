import numpy as np

from backprop import numerical_gradient, softmax

z = np.array([2.0, 1.0, -1.0])
y = np.array([1.0, 1.0, 0.0])
a = softmax(z)


def cost(z):
    return -(y * np.log(softmax(z))).sum()


measured = numerical_gradient(cost, z)
print("measured     ", measured.round(4))
#> measured      [ 0.4108 -0.481   0.0702]
print("a - y        ", (a - y).round(4))
#> a - y         [-0.2946 -0.7405  0.0351]
print("a sum(y) - y ", (a * y.sum() - y).round(4))
#> a sum(y) - y  [ 0.4108 -0.481   0.0702]
