import numpy as np

from backprop import Tensor, numerical_gradient

rng = np.random.default_rng(3)
start = rng.normal(size=(4, 4))
x, y = rng.normal(size=(4, 6)), rng.uniform(size=(4, 6))


def cost_of(W):
    a2 = (W @ x).sigmoid()
    z3 = W @ a2 + a2
    return ((z3.sigmoid() - y) ** 2).sum() / 12, a2, z3


W = Tensor(start)
cost, a2, z3 = cost_of(W)
cost.backward()
measured = numerical_gradient(lambda w: float(cost_of(Tensor(w))[0]), start)
print("the engine:", np.allclose(W.grad, measured, atol=1e-8))
#> the engine: True

last_use = z3.grad @ a2.data.T
print("BP4 for the last layer:", np.allclose(last_use, measured, atol=1e-8))
#> BP4 for the last layer: False
first_use = (a2.grad * a2.data * (1 - a2.data)) @ x.T
print("both uses added:", np.allclose(first_use + last_use, measured, atol=1e-8))
#> both uses added: True
