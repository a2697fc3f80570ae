import numpy as np

from backprop import BatchNorm

x = np.random.default_rng(0).normal(5, 3, size=(3, 8, 8, 10))
layer = BatchNorm(3)
a = layer.forward(x)
print("channels, rows, columns, images:", a.shape, " gamma:", layer.gamma.shape)
#> channels, rows, columns, images: (3, 8, 8, 10)  gamma: (3, 1)

one = x[0]
by_hand = (one - one.mean()) / np.sqrt(one.var() + layer.epsilon)
print(one.size, "numbers in a channel; by hand the same:", np.allclose(a[0], by_hand))
#> 640 numbers in a channel; by hand the same: True
