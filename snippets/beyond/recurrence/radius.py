import numpy as np


def powers(n, radius, times, seed):
    """Return the norm of U^times, where U is random and has this spectral radius."""
    U = np.random.default_rng(seed).normal(size=(n, n))
    U = U * (radius / max(abs(np.linalg.eigvals(U))))
    return np.linalg.norm(np.linalg.matrix_power(U, times))


print("a gradient after fifty moments, without tanh; five seeds")
#> a gradient after fifty moments, without tanh; five seeds
for radius in [0.5, 0.9, 1, 1.1, 1.5]:
    sizes = [powers(20, radius, 50, seed) for seed in range(5)]
    print(f"{radius:3}  {min(sizes):.0e} to {max(sizes):.0e}   {radius**50:.0e}")
    #> 0.5  2e-15 to 2e-15   9e-16
    #> 0.9  9e-03 to 1e-02   5e-03
    #>   1  2e+00 to 2e+00   1e+00
    #> 1.1  2e+02 to 3e+02   1e+02
    #> 1.5  1e+09 to 1e+09   6e+08
