import numpy as np

from backprop import numerical_gradient


def running_sum_rule(a):
    return np.cumsum(a), lambda g: np.cumsum(g[::-1])[::-1]


rng = np.random.default_rng(0)
a, g = rng.normal(size=6), rng.normal(size=6)
_, back = running_sum_rule(a)
measured = numerical_gradient(lambda a: g @ np.cumsum(a), a)
print(np.allclose(back(g), measured))
#> True
print(running_sum_rule(np.array([1, 2, 3]))[1](np.array([1, 10, 100])))
#> [111 110 100]
