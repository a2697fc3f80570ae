import numpy as np


def initial_spreads(n_in, n_out):
    variances = np.array([1 / n_in, 2 / (n_in + n_out), 2 / n_in])
    return np.sqrt(variances)


print(initial_spreads(400, 100).round(4))
#> [0.05   0.0632 0.0707]
