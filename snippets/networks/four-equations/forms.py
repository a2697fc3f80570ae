import numpy as np

from backprop import sigmoid_prime

rng = np.random.default_rng(0)
W3, delta3 = rng.normal(size=(2, 4)), rng.normal(size=(2, 1))
z2 = rng.normal(size=(4, 1))

hadamard = (W3.T @ delta3) * sigmoid_prime(z2)
diagonal = np.diag(sigmoid_prime(z2).ravel()) @ W3.T @ delta3
jacobian = W3 @ np.diag(sigmoid_prime(z2).ravel())
print(np.allclose(hadamard, diagonal))
#> True
print(np.allclose(hadamard, jacobian.T @ delta3))
#> True
