import numpy as np

x, w = np.array([2, 2, 7, 7, 3]), np.array([-1, 1])
delta = np.array([1, 3, 0, 2])

nabla_w, onward = np.zeros(2), np.zeros(5)
for i in range(4):
    for a in range(2):
        nabla_w[a] += delta[i] * x[i + a]
        onward[i + a] += delta[i] * w[a]
print("w", nabla_w, " b", delta.sum(), " x", onward)
#> w [22. 29.]  b 6  x [-1. -2.  3. -2.  2.]
