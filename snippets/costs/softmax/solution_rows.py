import numpy as np

from backprop import softmax

a = softmax(np.array([2.0, 1.0, -1.0]))
jacobian = np.diag(a) - np.outer(a, a)
print(np.abs(jacobian.sum(axis=1)).max() < 1e-15)
#> True
