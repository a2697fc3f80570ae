import numpy as np

rng = np.random.default_rng(0)
W, a, b = rng.normal(size=(1, 100)) + 0.2, rng.random((100, 1)), -5.0
p = 0.5

kept = rng.random((100, 10_000)) >= p
print(f"prediction, all units:       z = {(W @ a + b).item():.1f}")
#> prediction, all units:       z = 6.0
print(f"training, divided by 1 - p:  z = {(W @ (a * kept / (1 - p)) + b).mean():.1f}")
#> training, divided by 1 - p:  z = 6.1
print(f"training, not divided:       z = {(W @ (a * kept) + b).mean():.1f}")
#> training, not divided:       z = 0.5
