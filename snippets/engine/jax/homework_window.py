import numpy as np

from backprop import numerical_gradient


def windows(w, x):
    return np.array([w @ x[start : start + 3] for start in (0, 2, 4)])


w, x, g = np.array([1, -1, 2]), np.arange(1, 8), np.array([1, 2, 4])
to_x = numerical_gradient(lambda x: g @ windows(w, x), x)
to_w = numerical_gradient(lambda w: g @ windows(w, x), w)
print(f"squares added up: {(to_x**2).sum():.2f} for x, {(to_w**2).sum():.2f} for w")
#> squares added up: 166.00 for x, 3566.00 for w
