import numpy as np

from backprop import sigmoid

from network import W2, W3, b2, b3

x = np.array([[1.0], [2]])

z2 = W2 @ x + b2
a2 = sigmoid(z2)
z3 = W3 @ a2 + b3
a3 = sigmoid(z3)
print("z2", z2.tolist())
#> z2 [[-1.0], [2.0], [1.5]]
print("a2", a2.round(4).tolist())
#> a2 [[0.2689], [0.8808], [0.8176]]
print("z3", z3.round(4).tolist())
#> z3 [[0.9747]]
print("a3", a3.round(4).tolist())
#> a3 [[0.726]]
