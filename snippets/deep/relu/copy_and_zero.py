import numpy as np

from backprop import relu_prime

dA = np.array([[0.5, -1.0, 2.0], [-3.0, 0.25, 1.5]])
Z = np.array([[1.0, 3.0, -2.0], [0.5, -1.0, 0.0]])

dZ = np.array(dA, copy=True)
dZ[Z <= 0] = 0
print(dZ.tolist())
#> [[0.5, -1.0, 0.0], [-3.0, 0.0, 0.0]]

print((dA * relu_prime(Z)).tolist())
#> [[0.5, -1.0, 0.0], [-3.0, 0.0, 0.0]]
