import numpy as np

from backprop import sigmoid


def plain(a, y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -y * np.log(a) - (1 - y) * np.log(1 - a)


def from_weighted_input(z, y):
    return np.logaddexp(0, z) - y * z


for name, z, y in [("right", 40.0, 1), ("wrong", 40.0, 0), ("wrong", 800.0, 0)]:
    cost = plain(sigmoid(z), y)
    mended, better = np.nan_to_num(cost), from_weighted_input(z, y)
    print(f"{name}, z = {z}: {cost}, mended {mended:.3g}, from z {better:.3g}")
    #> right, z = 40.0: nan, mended 0, from z 0
    #> wrong, z = 40.0: inf, mended 1.8e+308, from z 40
    #> wrong, z = 800.0: inf, mended 1.8e+308, from z 800
