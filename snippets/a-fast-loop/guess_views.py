import numpy as np

theta = np.arange(12.0)
pieces = {
    "theta[:6]": theta[:6],
    "theta[::2]": theta[::2],
    "theta[[0, 1, 2]]": theta[[0, 1, 2]],
    "theta.reshape(3, 4)": theta.reshape(3, 4),
    "theta.reshape(3, 4).T": theta.reshape(3, 4).T,
    "theta.reshape(3, 4).T.ravel()": theta.reshape(3, 4).T.ravel(),
    "theta + 0": theta + 0,
}
print(f"answer {sum(np.shares_memory(theta, piece) for piece in pieces.values())}")
#> answer 4
print(f"slices_only {sum(':' in name for name in pieces)}")
#> slices_only 2
print(f"no_sums {sum('+' not in name for name in pieces)}")
#> no_sums 6
print(f"untransposed {sum(':' in name or name.endswith('4)') for name in pieces)}")
#> untransposed 3
