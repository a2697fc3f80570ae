import numpy as np

rng = np.random.default_rng(0)
r = np.sqrt(6 / (100 + 50))
W = rng.uniform(-r, r, (50, 100))
print(f"r = {r:.2f}")
#> r = 0.20
print(f"wanted {np.sqrt(2 / 150):.3f}  measured {W.std():.3f}")
#> wanted 0.115  measured 0.116
