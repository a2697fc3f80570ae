import numpy as np

from backprop import sigmoid_prime

n_in, n_out = 100, 50
rng = np.random.default_rng(0)
inputs = rng.normal(size=(n_in, 1000))
meant, printed = np.sqrt(2 / (n_in + n_out)), np.sqrt(2 / n_in + n_out)
for name, deviation in [("meant", meant), ("printed", printed)]:
    z = rng.normal(0, deviation, size=(n_out, n_in)) @ inputs
    stuck = (sigmoid_prime(z) < 0.01).mean()
    print(f"{name}: deviation {deviation:.2f}, stuck {stuck:.0%}")
    #> meant: deviation 0.12, stuck 0%
    #> printed: deviation 7.07, stuck 95%
