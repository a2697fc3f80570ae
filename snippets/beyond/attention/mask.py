import numpy as np

from backprop import Attention

layer = Attention(4, causal=True)
x, g = np.random.default_rng(0).normal(size=(2, 4, 3, 1))
before = layer.forward(x)
print("key by query:")
#> key by query:
for row in layer.p[0, :, :, 0]:
    print(*(row > 0).astype(int))
    #> 1 1 1
    #> 0 1 1
    #> 0 0 1

x[:, 2] += 1
changed = ~np.isclose(layer.forward(x), before)
print("changed at places", *changed.any(axis=0).ravel().astype(int))
#> changed at places 0 0 1

g[:, 1:] = 0
back = layer.backward(g)
print("gets a gradient  ", *back.any(axis=0).ravel().astype(int))
#> gets a gradient   1 0 0
