import numpy as np


def powers(n, radius, times, seed):
    """Return the root mean square factor of W^times for a random direction."""
    W = np.random.default_rng(seed).normal(size=(n, n))
    W = W * (radius / max(abs(np.linalg.eigvals(W))))
    return np.linalg.norm(np.linalg.matrix_power(W, times)) / np.sqrt(n)


print("what is left of a gradient after fifty moments, without tanh; five seeds")
#> what is left of a gradient after fifty moments, without tanh; five seeds
for radius in [0.5, 0.9, 1, 1.1, 1.5]:
    sizes = [powers(20, radius, 50, seed) for seed in range(5)]
    print(f"{radius:3}  {min(sizes):.1e} to {max(sizes):.1e}   {radius**50:.0e}")
    #> 0.5  3.5e-16 to 4.6e-16   9e-16
    #> 0.9  2.0e-03 to 2.7e-03   5e-03
    #>   1  3.9e-01 to 5.2e-01   1e+00
    #> 1.1  4.6e+01 to 6.1e+01   1e+02
    #> 1.5  2.5e+08 to 3.3e+08   6e+08
