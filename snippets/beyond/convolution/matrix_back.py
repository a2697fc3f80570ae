import numpy as np
from as_matrix import W, x

delta = np.array([1, 3, 0, 2])
nabla_W = np.outer(delta, x)
for row in nabla_W:
    print(row)
    #> [2 2 7 7 3]
    #> [ 6  6 21 21  9]
    #> [0 0 0 0 0]
    #> [ 4  4 14 14  6]
print("sums of the two diagonals", np.trace(nabla_W), np.trace(nabla_W, offset=1))
#> sums of the two diagonals 22 29
print("back to x", W.T @ delta)
#> back to x [-1. -2.  3. -2.  2.]
