from math import sqrt

import numpy as np

from backprop import numerical_gradient


def root_or_zero(x):
    return np.array([sqrt(entry) if entry > 0 else 0 for entry in x])


x = np.array([-1, 0.25, 4])
measured = numerical_gradient(lambda x: root_or_zero(x).sum(), x)
print(" ".join(f"{share:.4f}" for share in measured))
#> 0.0000 1.0000 0.2500
