import numpy as np

W = np.array([[1, -0.5], [-1, 1], [0.5, 1]])  # a list of its rows
print(W.shape)
#> (3, 2)
