import numpy as np

from backprop import sigmoid

a, y = sigmoid(1.0), 1
with np.errstate(divide="ignore"):
    right = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    swapped = -(a * np.log(y) + (1 - a) * np.log(1 - y))
print(f"right {right:.4f}, swapped {swapped}")
#> right 0.3133, swapped inf
