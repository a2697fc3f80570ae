import numpy as np

p = np.array([0.5, 0.25, 0.25])
values = np.array([4, 8, 2])
print(f"answer {p[1] * (values[1] - p @ values):.3f}")
#> answer 0.875
print(f"fixed_mean {p[1] * values[1]:.1f}")
#> fixed_mean 2.0
print(f"diagonal {p[1] * (1 - p[1]) * values[1]:.1f}")
#> diagonal 1.5
