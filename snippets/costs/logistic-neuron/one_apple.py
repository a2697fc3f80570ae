import numpy as np

from backprop import sigmoid

w = np.array([[0.5, -1.0, 2.0]])
b = 1.5
x = np.array([[1.0], [2.0], [0.5]])

z = (w @ x).item() + b
a = sigmoid(z)
print(f"z = {z:.4f}, a = {a:.4f}")
#> z = 1.0000, a = 0.7311
