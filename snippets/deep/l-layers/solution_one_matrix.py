import numpy as np

rng = np.random.default_rng(0)
W, b = rng.normal(size=(4, 3)), rng.normal(size=(4, 1))
A, dZ = rng.normal(size=(3, 5)), rng.normal(size=(4, 5))

wide = np.hstack([b, W])
tall = np.vstack([np.ones((1, 5)), A])
print(np.allclose(wide @ tall, W @ A + b))
#> True

d_wide = dZ @ tall.T
print(np.allclose(d_wide[:, :1], dZ.sum(axis=1, keepdims=True)))
#> True
print(np.allclose(d_wide[:, 1:], dZ @ A.T))
#> True
