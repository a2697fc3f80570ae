import numpy as np

A = np.array([[1, 2], [3, 4]])
B = np.array([[0, 1], [1, 0]])
print((A @ B).tolist())
#> [[2, 1], [4, 3]]
print((B @ A).tolist())
#> [[3, 4], [1, 2]]
print((A @ B).T.tolist())
#> [[2, 4], [1, 3]]
print((B.T @ A.T).tolist())
#> [[2, 4], [1, 3]]
