import numpy as np

from backprop import relu

z = np.array([-3, -2, -1, 1, 2, 3])
a = relu(z)
print("z  mean", z.mean(), "mean square", (z**2).mean().round(4))
#> z  mean 0.0 mean square 4.6667
print("a  mean", a.mean(), "mean square", (a**2).mean().round(4))
#> a  mean 1.0 mean square 2.3333
