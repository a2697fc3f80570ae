import numpy as np

from backprop import sigmoid

from network import W2, W3, b2, b3

x = np.array([[1.0], [-1]])

z2 = W2 @ x + b2
z3 = W3 @ sigmoid(z2) + b3
print(z2.tolist())
#> [[0.5], [-1.0], [-1.5]]
print(sigmoid(z2).round(4).tolist())
#> [[0.6225], [0.2689], [0.1824]]
print(z3.round(4).tolist(), sigmoid(z3).round(4).tolist())
#> [[1.6584]] [[0.84]]
