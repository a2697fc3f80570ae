import numpy as np

a, y = 0.7311, 1
with np.errstate(divide="ignore"):
    right = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    swapped = -(a * np.log(y) + (1 - a) * np.log(1 - y))
print(f"right {right:.4f}, swapped {swapped}")
#> right 0.3132, swapped inf
