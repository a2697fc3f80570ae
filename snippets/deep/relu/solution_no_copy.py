import numpy as np

dA = np.array([2.0, -1.0, 3.0])
Z = np.array([1.0, -1.0, -2.0])

dZ = dA  # no copy: a second name for the same array
dZ[Z <= 0] = 0
print(dA.tolist())
#> [2.0, 0.0, 0.0]
