import numpy as np

from backprop import sigmoid

x = np.array([[0, 0, 1, 1], [0, 1, 0, 1]])
print(sigmoid(np.array([[20, 20]]) @ x - 30).round(4).tolist())  # and
#> [[0.0, 0.0, 0.0, 1.0]]
print(sigmoid(np.array([[20, 20]]) @ x - 10).round(4).tolist())  # or
#> [[0.0, 1.0, 1.0, 1.0]]
