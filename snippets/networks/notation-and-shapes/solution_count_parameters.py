from itertools import pairwise


def count_parameters(sizes):
    weights = sum(before * n for before, n in pairwise(sizes))
    return weights, sum(sizes[1:])


print(count_parameters([5, 4, 3, 2]))
#> (38, 9)
