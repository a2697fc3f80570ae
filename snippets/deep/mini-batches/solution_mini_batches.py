import numpy as np


def mini_batches(x, y, size, rng):
    order = rng.permutation(x.shape[1])
    parts = [order[start : start + size] for start in range(0, len(order), size)]
    return [(x[:, part], y[:, part]) for part in parts]


x = np.arange(7)[None, :]
dealt = mini_batches(x, 10 * x, 3, np.random.default_rng(0))
print([a.shape[1] for a, _ in dealt], all(np.all(b == 10 * a) for a, b in dealt))
#> [3, 3, 1] True
