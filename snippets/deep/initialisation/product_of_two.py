from itertools import product


def variance(values):
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values) / len(values)


u = [-2, -1, 1, 2]
v = [-3, 0, 3]
both = [first * second for first, second in product(u, v)]
print(variance(u), variance(v), variance(both))
#> 2.5 6.0 15.0
