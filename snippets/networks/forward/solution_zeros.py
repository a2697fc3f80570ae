import numpy as np

from backprop import sigmoid

x = np.array([[1.0, -1, 2, 0], [2, 1, 0, -1]])
hidden = sigmoid(np.zeros((3, 2)) @ x)
print(hidden.tolist())
#> [[0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5]]
print(sigmoid(np.zeros((1, 3)) @ hidden).tolist())
#> [[0.5, 0.5, 0.5, 0.5]]
