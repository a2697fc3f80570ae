import numpy as np

from backprop import Tensor, sigmoid_prime

rng = np.random.default_rng(0)
W3, z2 = Tensor(rng.normal(size=(3, 3))), Tensor(rng.normal(size=(3, 5)))
a2 = z2.sigmoid()
z3 = W3 @ a2
a3 = z3.sigmoid() + a2
(a3 * rng.normal(size=(3, 5))).sum().backward()

with_way = W3.data.T @ z3.grad + a3.grad
print(np.allclose(z2.grad, with_way * sigmoid_prime(z2.data)))
#> True
