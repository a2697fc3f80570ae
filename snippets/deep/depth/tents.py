import numpy as np

from backprop import Network


def folding(layers):
    """Return hidden layers of two ReLU units, each of which folds 0 to 1 once."""
    net = Network([1, *[2] * layers, 1], hidden="relu", output="identity")
    for k in range(layers):
        net.weights[k] = np.array([[1.0], [1]]) if k == 0 else np.array([[2.0, -4]] * 2)
        net.biases[k] = np.array([[0], [-0.5]])
    net.weights[-1], net.biases[-1] = np.array([[2.0, -4]]), np.array([[0.0]])
    return net


def pieces(y):
    return 1 + np.count_nonzero(np.diff(np.diff(y)))
