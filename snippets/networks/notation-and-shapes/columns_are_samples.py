import numpy as np

W = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
x = np.array([[1, -1, 2, 0], [2, 1, 0, -1]])

print((W @ x).tolist())
#> [[0.0, -1.5, 2.0, 0.5], [1.0, 2.0, -2.0, -1.0], [2.5, 0.5, 1.0, -1.0]]
print((W @ x[:, :1]).tolist())  # the first sample alone
#> [[0.0], [1.0], [2.5]]
