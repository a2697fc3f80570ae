import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
net = Network([4, 5, 3, 2], rng=rng)
L, m = 4, 6
x, y = rng.normal(size=(4, m)), rng.uniform(size=(2, m))
