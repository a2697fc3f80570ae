import numpy as np

from backprop import relu_prime

dA = np.array([[2.0, -1.0], [3.0, 4.0]])
Z = np.array([[-5.0, 0.5], [1.0, 0.0]])
print((dA * relu_prime(Z)).tolist())
#> [[0.0, -1.0], [3.0, 0.0]]
