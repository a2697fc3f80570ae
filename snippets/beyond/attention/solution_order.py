import numpy as np

from backprop import Attention

layer = Attention(4)
x = np.random.default_rng(0).normal(size=(4, 5, 1))
order = [3, 0, 4, 2, 1]
a = layer.forward(x)
print(np.allclose(layer.forward(x[:, order]), a[:, order]))
#> True
