import numpy as np

p = np.array([0.5, 0.25, 0.25])
values = np.array([4, 8, 2])
print("mean", p @ values)
#> mean 4.5
print("above it", values - p @ values)
#> above it [-0.5  3.5 -2.5]
print("back to the scores", p * (values - p @ values))
#> back to the scores [-0.25   0.875 -0.625]
