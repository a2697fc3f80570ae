import numpy as np

from backprop import sigmoid

x = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
W2, b2 = np.array([[20, 20], [20, 20]]), np.array([[-10], [-30]])
W3, b3 = np.array([[20, -20]]), np.array([[-10]])
hidden = sigmoid(W2 @ x + b2)
print(hidden.round(4).tolist())
#> [[0.0, 1.0, 1.0, 1.0], [0.0, 0.0, 0.0, 1.0]]
print(sigmoid(W3 @ hidden + b3).round(4).tolist())
#> [[0.0, 1.0, 1.0, 0.0]]
