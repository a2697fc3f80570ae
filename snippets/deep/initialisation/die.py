from itertools import product
from math import sqrt


def mean(values):
    return sum(values) / len(values)


def variance(values):
    return mean([(v - mean(values)) ** 2 for v in values])


die = [1, 2, 3, 4, 5, 6]
print("mean", mean(die), "variance", round(variance(die), 4))
#> mean 3.5 variance 2.9167
print("standard deviation", round(sqrt(variance(die)), 4))
#> standard deviation 1.7078
two = [first + second for first, second in product(die, die)]
print("two dice: mean", mean(two), "variance", round(variance(two), 4))
#> two dice: mean 7.0 variance 5.8333
