import numpy as np

from backprop import RMSNorm, check_layer

layer, g = RMSNorm(2, epsilon=1e-12), np.array([[1], [0]])
v = layer.forward(np.array([[1], [7]]))
print("new numbers", v.ravel(), " mean of the products", (g * v).mean().round(6))
#> new numbers [0.2 1.4]  mean of the products 0.1
print("back to the old ones", layer.backward(g).ravel())
#> back to the old ones [ 0.196 -0.028]

x = np.random.default_rng(0).normal(size=(4, 6))
print("equal to the nudged:", max(check_layer(RMSNorm(4), x).values()) < 1e-6)
#> equal to the nudged: True
