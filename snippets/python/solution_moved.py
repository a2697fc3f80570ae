import numpy as np

g = np.array([2.0, -4, 1])

w = np.array([1.0, 2, 3])
before = w
w -= 0.1 * g
print(f"{np.abs(w - before).sum():.1f}")
#> 0.0

w = np.array([1.0, 2, 3])
before = w.copy()
w -= 0.1 * g
print(f"{np.abs(w - before).sum():.1f}")
#> 0.7

w = np.array([1.0, 2, 3])
before, weights = w, [w]
w = w - 0.1 * g
print(f"{np.abs(w - before).sum():.1f}", weights[0] is w)
#> 0.7 False
