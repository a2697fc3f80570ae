import numpy as np

from backprop import Tensor

rng = np.random.default_rng(0)
x, g = rng.normal(size=(2, 4, 6))
X = Tensor(x)
((X - X.mean(axis=1, keepdims=True)) * g).sum().backward()
print(np.allclose(X.grad, g - g.mean(axis=1, keepdims=True)))
#> True
