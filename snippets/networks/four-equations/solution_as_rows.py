import numpy as np

rng = np.random.default_rng(0)
W, delta = rng.normal(size=(2, 4)), rng.normal(size=(2, 1))
slope, a = rng.normal(size=(4, 1)), rng.normal(size=(4, 1))
delta_row, slope_row, a_row = delta.T, slope.T, a.T

back = (delta_row @ W) * slope_row
print(np.allclose(back, ((W.T @ delta) * slope).T))
#> True
print(np.allclose(delta_row.T @ a_row, delta @ a.T))
#> True
