import numpy as np

x = np.array([2, 4, 4, 4, 5, 5, 7, 9])
mean, deviation = x.mean(), x.std()
u = (x - mean) / deviation
print("mean", mean, " deviation", deviation)
#> mean 5.0  deviation 2.0
print(*u)
#> -1.5 -0.5 -0.5 -0.5 0.0 0.0 1.0 2.0
