import numpy as np
from two_backs import First, Second

from backprop import check_layer

x, delta = np.random.default_rng(0).normal(size=(2, 4, 6))
for kind in [First, Second]:
    layer = kind(4, epsilon=1e-12)
    wrong = [name for name, error in check_layer(layer, x).items() if error > 1e-6]
    layer.forward(x)
    back = layer.backward(delta)
    sums = back.sum(axis=1), (layer.x_hat * back).sum(axis=1)
    zero = [np.allclose(s, 0) for s in sums]
    print(f"{kind.__name__:6}  wrong:", *wrong, "  the two sums are 0:", *zero)
    #> First   wrong: x   the two sums are 0: False True
    #> Second  wrong: x   the two sums are 0: True False
