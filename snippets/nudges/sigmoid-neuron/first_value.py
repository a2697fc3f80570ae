import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


a = -2
f = sigmoid(a)
print(f"{f:.4f}")
#> 0.1192
