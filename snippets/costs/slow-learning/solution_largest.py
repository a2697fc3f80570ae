import numpy as np

a = np.linspace(0, 1, 3001)
delta = a**2 * (1 - a)
best = np.argmax(delta)
print(f"largest delta {delta[best]:.6f} at output {a[best]:.4f}")
#> largest delta 0.148148 at output 0.6667
print(f"{4 / 27:.6f}")
#> 0.148148
