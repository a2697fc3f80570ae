import numpy as np

W, x = np.array([[1, 2]]), np.array([[1], [0]])
code = W @ x
error = W.T @ code - x
print("copy", (W.T @ code).ravel(), " error", error.ravel())
#> copy [1 2]  error [0 2]
print(code @ error.T, "+", W @ error @ x.T)
#> [[0 2]] + [[4 0]]
