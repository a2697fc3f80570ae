from itertools import pairwise

import numpy as np

from backprop import Network, datasets, train

x, y = datasets.breast_cancer()
sizes = [30, 20, 10, 5, 1]
steps = {"epochs": 500, "eta": 0.3, "batch_size": None}
print("        weights of the program       other weights")
#>         weights of the program       other weights
print("split   at step  lowest    end     at step  lowest    end")
#> split   at step  lowest    end     at step  lowest    end
for seed in range(5):
    rng = np.random.default_rng(seed)
    x_train, y_train, x_test, y_test = datasets.split(x, y, rng=rng)
    x_train, x_test = datasets.standardise(x_train, x_test)
    row = []
    for _ in range(2):
        net = Network(sizes, hidden="relu", cost="cross_entropy", init="zeros")
        shapes = [(k, n) for n, k in pairwise(sizes)]
        net.weights = [rng.normal(0, np.sqrt(2 / s[1]), s) for s in shapes]
        history = train(net, x_train, y_train, validation=(x_test, y_test), **steps)
        cost = history.validation_cost
        lowest = np.argmin(cost)
        row.append(f"{lowest + 1:7}   {cost[lowest]:.3f}  {cost[-1]:.3f}")
    print(f"{seed:5}  ", "     ".join(row))
    #>     0       174   0.056  0.098         209   0.069  0.085
    #>     1        86   0.228  0.376          29   0.193  0.295
    #>     2       190   0.053  0.067         202   0.027  0.031
    #>     3        59   0.045  0.097          89   0.059  0.100
    #>     4       258   0.040  0.054         156   0.078  0.112
