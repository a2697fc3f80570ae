import numpy as np

A = np.array([[1, 2, 3], [4, 5, 6]])
B = np.array([[10, 20, 30], [40, 50, 60]])

print(A.T.tolist())  # transpose: rows become columns
#> [[1, 4], [2, 5], [3, 6]]
print((A * B).tolist())  # Hadamard product: entry by entry
#> [[10, 40, 90], [160, 250, 360]]
print((A @ B.T).tolist())  # matrix product: rows times columns
#> [[140, 320], [320, 770]]
