import numpy as np

from backprop import Attention, attend

x = np.random.default_rng(0).normal(size=(4, 5, 1))
layer = Attention(4, heads=2)
a = layer.forward(x)

q, k, v = (w @ x[:, :, 0] for w in [layer.w_q, layer.w_k, layer.w_v])
found = []
for rows in [slice(0, 2), slice(2, 4)]:
    part, p = attend(*(array[rows, :, None] for array in [q, k, v]))
    found.append(part[:, :, 0])
print(np.allclose(layer.w_o @ np.vstack(found), a[:, :, 0]))
#> True
