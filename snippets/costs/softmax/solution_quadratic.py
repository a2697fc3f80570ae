import numpy as np

from backprop import softmax

z = np.array([10.0, 0.0, 0.0])
y = np.array([0.0, 1.0, 0.0])
a = softmax(z)
jacobian = np.diag(a) - np.outer(a, a)

print("quadratic:    ", (jacobian @ (a - y)).round(4))
#> quadratic:     [ 0.0001 -0.0001 -0.    ]
print("cross-entropy:", (a - y).round(4))
#> cross-entropy: [ 0.9999 -1.      0.    ]
