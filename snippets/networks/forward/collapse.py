import numpy as np

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b2 = np.array([[-1.0], [1], [-1]])
W3 = np.array([[2.0, -1, 1]])
b3 = np.array([[0.5]])
x = np.array([[1.0, -1, 2, 0], [2, 1, 0, -1]])

two_layers = W3 @ (W2 @ x + b2) + b3
one_layer = (W3 @ W2) @ x + (W3 @ b2 + b3)
print(two_layers.tolist(), (W3 @ W2).tolist(), (W3 @ b2 + b3).tolist())
#> [[-2.0, -8.0, 3.5, -2.5]] [[3.5, -1.0]] [[-3.5]]
print(one_layer.tolist())
#> [[-2.0, -8.0, 3.5, -2.5]]
