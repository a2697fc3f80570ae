import numpy as np

A, u = np.array([[1, 2], [0, 3]]), np.array([1, 1])

print(f"answer {(A @ u + A.T @ u)[0]}")
#> answer 4
print(f"symmetric {(2 * A @ u)[0]}")
#> symmetric 6
print(f"left {(A @ u)[0]}")
#> left 3
print(f"right {(A.T @ u)[0]}")
#> right 1
