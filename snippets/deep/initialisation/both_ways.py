from itertools import pairwise

import numpy as np

sizes = [256, 128, 64, 32, 16]
spreads = {
    "forward ": lambda n_in, n_out: 1 / np.sqrt(n_in),
    "backward": lambda n_in, n_out: 1 / np.sqrt(n_out),
    "xavier  ": lambda n_in, n_out: np.sqrt(2 / (n_in + n_out)),
}
for name, spread in spreads.items():
    rng = np.random.default_rng(0)
    weights = [rng.normal(0, spread(i, o), (o, i)) for i, o in pairwise(sizes)]
    a, delta = rng.normal(size=(256, 1000)), rng.normal(size=(16, 1000))
    for W in weights:
        a = W @ a
    for W in reversed(weights):
        delta = W.T @ delta
    print(f"{name}  a^L: {a.std():.1f}  error at the input: {delta.std():.1f}")
    #> forward   a^L: 1.0  error at the input: 0.3
    #> backward  a^L: 4.1  error at the input: 1.0
    #> xavier    a^L: 1.8  error at the input: 0.5
