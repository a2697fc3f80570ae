import numpy as np

from backprop import sigmoid, sigmoid_prime

W2, W3 = np.array([[2, -1], [-4, 2]]), np.array([[3, -3]])


def way_back(x, y):
    z2 = W2 @ x
    z3 = W3 @ sigmoid(z2)
    delta3 = (sigmoid(z3) - y) * sigmoid_prime(z3)
    delta2 = (W3.T @ delta3) * sigmoid_prime(z2)
    return delta3, delta2, delta3 @ sigmoid(z2).T, delta2 @ x.T


first = way_back(np.array([[1], [2]]), 1)
second = way_back(np.array([[-1], [-2]]), 0)
for one, other in zip(first, second, strict=True):
    print(one.ravel().tolist(), other.ravel().tolist())
    #> [-0.125] [0.125]
    #> [-0.09375, 0.09375] [0.09375, -0.09375]
    #> [-0.0625, -0.0625] [0.0625, 0.0625]
    #> [-0.09375, -0.1875, 0.09375, 0.1875] [-0.09375, -0.1875, 0.09375, 0.1875]
