import numpy as np

from backprop import relu

z = np.array([-2.0, -0.5, 0.5, 2.0])
a = relu(z)
print("output:  ", a)
#> output:   [0.  0.  0.5 2. ]
print("at least:", (a >= 0).astype(int))
#> at least: [1 1 1 1]
print("above:   ", (a > 0).astype(int))
#> above:    [0 0 1 1]
