import numpy as np

from backprop import numerical_gradient, sigmoid


def wrong_sigmoid(z):
    return 1 / (1 + np.exp(z))  # the sign is wrong


def wrong_slope(z):
    return -wrong_sigmoid(z) * (1 - wrong_sigmoid(z))  # and this matches it


z = np.array([-2.0, 0.5])
measured = [numerical_gradient(wrong_sigmoid, one) for one in z]
print(np.allclose(wrong_slope(z), measured))
#> True
print(np.allclose(wrong_sigmoid(z), sigmoid(z)))
#> False
