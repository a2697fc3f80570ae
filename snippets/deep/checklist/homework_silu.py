import numpy as np

from backprop import silu

z = np.linspace(-12, 12, 24001)
chance = np.exp(-(z**2) / 2)
chance /= chance.sum()


def after(square, factor):
    """The mean square of the next layer's weighted inputs."""
    return factor * (chance * silu(np.sqrt(square) * z) ** 2).sum()


factor = 1 / after(1, 1)


def through_ten(square):
    for _ in range(10):
        square = after(square, factor)
    return square


# --8<-- [start:check]
print(f"variance of the weights: {factor:.4f} divided by the number of inputs")
#> variance of the weights: 2.8108 divided by the number of inputs
print(f"ten layers on: {through_ten(0.9):.2f} and {through_ten(1.1):.2f}")
#> ten layers on: 0.60 and 1.59
# --8<-- [end:check]
