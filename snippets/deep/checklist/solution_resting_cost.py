import numpy as np


def resting_cost(p):
    return -p * np.log(p) - (1 - p) * np.log(1 - p)


print(f"{resting_cost(0.05):.4f} {resting_cost(0.5):.4f}")
#> 0.1985 0.6931
