import numpy as np

from backprop import sigmoid

from network import x


def feedforward(weights, biases, a):
    for w, b in zip(weights, biases, strict=True):
        a = sigmoid(w @ a + b)
    return a


weights = [np.array([[1, -0.5], [-1, 1], [0.5, 1]]), np.array([[2.0, -1, 1]])]
biases = [np.array([[-1.0], [1], [-1]]), np.array([[0.5]])]
print(feedforward(weights, biases, x).round(4).tolist())
#> [[0.726, 0.5192, 0.8996, 0.7056]]
