"""The network of thirteen numbers, and its four samples."""

import numpy as np

from backprop import Network

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b2 = np.array([[-1.0], [1], [-1]])
W3 = np.array([[2.0, -1, 1]])
b3 = np.array([[0.5]])
x = np.array([[1.0, -1, 2, 0], [2, 1, 0, -1]])
y = np.array([[0, 1, 0, 1]])

net = Network([2, 3, 1])
net.weights = [W2, W3]
net.biases = [b2, b3]
