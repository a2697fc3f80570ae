import numpy as np
from three_lines import first, second, third

rng = np.random.default_rng(0)
m, n_in, n_out = 4, 2, 3
a, delta = rng.normal(size=(n_in, m)), rng.normal(size=(n_out, m))  # in columns
one = first(delta, a, m)
two, three = second(delta.T / m, a.T), third(delta.T / m, a.T)
print(one.shape, two.shape, three.shape)
#> (3, 2) (2, 3) (3, 2)
print("the same:", np.allclose(two, one.T), np.allclose(three, one))
#> the same: True True
