import numpy as np

from backprop import relu

rng = np.random.default_rng(0)
a = rng.normal(size=(200, 500))
for _ in range(30):
    z = rng.normal(0, np.sqrt(1 / 200), (200, 200)) @ a
    a = relu(z)
print(f"predicted {2**-14.5:.0e}  measured {z.std():.0e}")
#> predicted 4e-05  measured 4e-05
