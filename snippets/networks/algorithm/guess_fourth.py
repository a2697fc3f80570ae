import numpy as np

from backprop import sigmoid

W2 = np.array([[1, -0.5], [-1, 1], [0.5, 1]])
b2 = np.array([[-1.0], [1], [-1]])
W3, b3 = np.array([[2.0, -1, 1]]), 0.5
x, y = np.array([[0.0], [-1]]), 1
a = sigmoid(W3 @ sigmoid(W2 @ x + b2) + b3).item()

print(f"answer {(a - y) * a * (1 - a):.3f}")
#> answer -0.061
print(f"no_slope {a - y:.3f}")
#> no_slope -0.294
print(f"turned {(y - a) * a * (1 - a):.3f}")
#> turned 0.061
print(f"slope {a * (1 - a):.3f}")
#> slope 0.208
