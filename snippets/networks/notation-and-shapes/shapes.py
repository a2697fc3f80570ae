from itertools import pairwise

import numpy as np

sizes, m = [2, 4, 4, 3], 20
rng = np.random.default_rng(0)
a = rng.normal(size=(sizes[0], m))
print("input", a.shape)
#> input (2, 20)
for layer, (n_before, n) in enumerate(pairwise(sizes), start=2):
    W = rng.normal(size=(n, n_before))
    b = rng.normal(size=(n, 1))
    z = W @ a + b
    a = 1 / (1 + np.exp(-z))
    shapes = [array.shape for array in (W, b, z, a)]
    print("layer", layer, *shapes)
    #> layer 2 (4, 2) (4, 1) (4, 20) (4, 20)
    #> layer 3 (4, 4) (4, 1) (4, 20) (4, 20)
    #> layer 4 (3, 4) (3, 1) (3, 20) (3, 20)
