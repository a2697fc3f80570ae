import numpy as np

from backprop import tanh, tanh_prime

print("layers  plain  with a way past")
#> layers  plain  with a way past
for depth in [10, 30, 100]:
    norms = []
    for skip in [0, 1]:
        rng = np.random.default_rng(0)
        weights = rng.normal(0, 0.5 / np.sqrt(50), (depth, 50, 50))
        a, slopes = rng.normal(size=(50, 1)), []
        for W in weights:
            slopes.append(tanh_prime(W @ a))
            a = skip * a + tanh(W @ a)
        delta = np.ones((50, 1)) / np.sqrt(50)
        for W, slope in zip(reversed(weights), reversed(slopes), strict=True):
            delta = skip * delta + W.T @ (slope * delta)
        norms.append(np.linalg.norm(delta))
    print(f"{depth:6}  {norms[0]:.0e}  {norms[1]:.1f}")
    #>     10  1e-03  2.5
    #>     30  7e-10  5.7
    #>    100  3e-31  18.9
