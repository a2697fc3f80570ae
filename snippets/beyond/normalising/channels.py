import numpy as np

from backprop import BatchNorm, check_layer

rng = np.random.default_rng(0)
x = rng.normal(5, 3, size=(3, 8, 8, 10))
layer = BatchNorm(3)
a = layer.forward(x)
print("channels, rows, columns, images:", a.shape, " gamma:", layer.gamma.shape)
#> channels, rows, columns, images: (3, 8, 8, 10)  gamma: (3, 1)

one = x[0]
by_hand = (one - one.mean()) / np.sqrt(one.var() + layer.epsilon)
print(one.size, "numbers in a channel; by hand the same:", np.allclose(a[0], by_hand))
#> 640 numbers in a channel; by hand the same: True

delta = rng.normal(size=x.shape)
rows = BatchNorm(3)
rows.forward(x.reshape(3, -1))
back = rows.backward(delta.reshape(3, -1)).reshape(x.shape)
print("as three rows, back the same:", np.allclose(layer.backward(delta), back))
#> as three rows, back the same: True

few = x[:, :2, :3, :4]
print("equal to the nudged:", max(check_layer(BatchNorm(3), few).values()) < 1e-6)
#> equal to the nudged: True
