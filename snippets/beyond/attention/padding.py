import numpy as np

from backprop import Attention

x = np.random.default_rng(0).normal(size=(4, 3, 2))
real = np.arange(3)[:, None, None] < np.array([3, 2])
mask = np.tile(real, (1, 3, 1))
for row in mask[:, :, 1]:
    print(*row.astype(int))
    #> 1 1 1
    #> 1 1 1
    #> 0 0 0

layer = Attention(4)
together = layer.forward(x, mask)
alone = layer.forward(x[:, :2, 1:])
print("as if alone:", np.allclose(together[:, :2, 1:], alone))
#> as if alone: True
