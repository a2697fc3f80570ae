from itertools import pairwise


def parameters(sizes):
    return sum(n * n_before + n for n_before, n in pairwise(sizes))


before = parameters([784, 30, 10])
more = []
for sizes in [[784, 60, 10], [784, 30, 30, 10]]:
    more.append(parameters(sizes) - before)
    print(sizes, parameters(sizes), "parameters,", more[-1], "more")
    #> [784, 60, 10] 47710 parameters, 23850 more
    #> [784, 30, 30, 10] 24790 parameters, 930 more
print(f"{more[0] / more[1]:.1f} times as many")
#> 25.6 times as many
