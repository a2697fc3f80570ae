"""Guesses for "By hand": the share of the first entry of the left matrix."""

import numpy as np

S, R = np.array([[2, -1]]), np.array([[1, 4], [3, 0]])
g = np.array([[5, 2]])
print(f"answer {(g @ R.T)[0, 0]}")
#> answer 13
print(f"untransposed {(g @ R)[0, 0]}")
#> untransposed 11
print(f"one_path {g[0, 0] * R[0, 0]}")
#> one_path 5
