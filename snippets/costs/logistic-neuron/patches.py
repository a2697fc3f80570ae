import numpy as np

from backprop import sigmoid

z, y = 40, 0
a = sigmoid(z)
with np.errstate(divide="ignore"):
    exact = -np.log(1 - a)

print(f"logarithm of zero:   {exact}")
#> logarithm of zero:   inf
print(f"after nan_to_num:    {np.nan_to_num(exact):.1e}")
#> after nan_to_num:    1.8e+308
print(f"output held at 1e-9: {-np.log(1 - min(a, 1 - 1e-9)):.4f}")
#> output held at 1e-9: 20.7233
print(f"from z:              {np.logaddexp(0, z) - y * z:.4f}")
#> from z:              40.0000
