import numpy as np

x = np.array([2, 4, 4, 4, 5, 5, 7, 9])
deviation = x.std()
u = (x - x.mean()) / deviation

direct = 1 / deviation
by_mean = -1 / (8 * deviation)
by_deviation = -u[0] * u[0] / (8 * deviation)
print(f"{direct:.4f} {by_mean:.4f} {by_deviation:.4f}")
#> 0.5000 -0.0625 -0.1406
print(f"sum {direct + by_mean + by_deviation:.4f}")
#> sum 0.2969

h = 1e-6
first = []
for step in [h, -h]:
    nudged = x + step * (np.arange(8) == 0)
    first.append((nudged[0] - nudged.mean()) / nudged.std())
print(f"measured {(first[0] - first[1]) / (2 * h):.4f}")
#> measured 0.2969
