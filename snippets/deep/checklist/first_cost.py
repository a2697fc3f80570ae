import numpy as np

from backprop import Network, datasets

x, y = datasets.spirals()
print("log 3 =", round(np.log(3), 4))
#> log 3 = 1.0986


def first_cost(x, init):
    net = Network(
        [2, 20, 20, 3],
        hidden="relu",
        output="softmax",
        cost="cross_entropy",
        init=init,
    )
    return round(net.cost(x, y), 4)


print("he:               ", first_cost(x, "he"))
#> he:                1.1907
print("small:            ", first_cost(x, "small"))
#> small:             1.0986
print("normal:           ", first_cost(x, "normal"))
#> normal:            6.9952
print("he, inputs × 1000:", first_cost(1000 * x, "he"))
#> he, inputs × 1000: 301.421
