import numpy as np

from backprop import sigmoid_prime

rng = np.random.default_rng(0)
W, delta, z = rng.normal(size=(3, 2)), rng.normal(size=(3, 4)), rng.normal(size=(2, 4))
D, weight, turned = delta.T, W, W.T  # (out, in) and (in, out)

bp2 = (W.T @ delta) * sigmoid_prime(z)
print("out, in", np.allclose((D @ weight) * sigmoid_prime(z.T), bp2.T))
#> out, in True
print("in, out", np.allclose((D @ turned.T) * sigmoid_prime(z.T), bp2.T))
#> in, out True
