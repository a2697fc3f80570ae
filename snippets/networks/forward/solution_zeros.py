import numpy as np

from backprop import sigmoid

from network import x

hidden = sigmoid(np.zeros((3, 2)) @ x)
print(hidden.tolist())
#> [[0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 0.5]]
print(sigmoid(np.zeros((1, 3)) @ hidden).tolist())
#> [[0.5, 0.5, 0.5, 0.5]]
