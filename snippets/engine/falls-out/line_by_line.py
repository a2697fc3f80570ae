import numpy as np

from backprop import sigmoid_prime

from network import L, m, y
from tape import W, a, b, p, z


def same(found, wanted):
    return np.allclose(found, wanted, rtol=1e-12, atol=1e-15)


delta = {layer: z[layer].grad for layer in z}
below = {2: a[1], 3: a[2].data, 4: a[3].data}

bp1 = (a[L].data - y) / m * sigmoid_prime(z[L].data)
print("BP1:", same(delta[L], bp1))
#> BP1: True
for layer in (2, 3):
    from_above = W[layer + 1].data.T @ delta[layer + 1]
    bp2 = from_above * sigmoid_prime(z[layer].data)
    halves = same(a[layer].grad, from_above), same(delta[layer], bp2)
    print(f"BP2, layer {layer}:", *halves)
    #> BP2, layer 2: True True
    #> BP2, layer 3: True True
for layer in (2, 3, 4):
    column_sums = delta[layer].sum(axis=1, keepdims=True)
    print(f"BP3, layer {layer}:", same(b[layer].grad, column_sums))
    #> BP3, layer 2: True
    #> BP3, layer 3: True
    #> BP3, layer 4: True
for layer in (2, 3, 4):
    print(f"BP4, layer {layer}:", same(W[layer].grad, delta[layer] @ below[layer].T))
    #> BP4, layer 2: True
    #> BP4, layer 3: True
    #> BP4, layer 4: True
print("plus hands on:", all(same(p[layer].grad, delta[layer]) for layer in p))
#> plus hands on: True
