import numpy as np

y = 0.3
a = np.linspace(0.01, 0.99, 99)
cost = -(y * np.log(a) + (1 - y) * np.log(1 - a))
print(f"smallest cost {cost.min():.4f} at a = {a[cost.argmin()]:.2f}")
#> smallest cost 0.6109 at a = 0.30
