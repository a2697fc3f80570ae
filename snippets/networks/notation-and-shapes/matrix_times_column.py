import numpy as np

W = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
a = np.array([[1], [2]])
print(W.shape, a.shape)
#> (3, 2) (2, 1)
print((W @ a).tolist())
#> [[0.0], [1.0], [2.5]]
