from itertools import pairwise


def parameters(sizes):
    return sum(n * n_before + n for n_before, n in pairwise(sizes))


before = parameters([784, 30, 10])
for sizes in [[784, 60, 10], [784, 30, 30, 10]]:
    print(sizes, parameters(sizes), "parameters,", parameters(sizes) - before, "more")
    #> [784, 60, 10] 47710 parameters, 23850 more
    #> [784, 30, 30, 10] 24790 parameters, 930 more
