from itertools import pairwise


def knobs(sizes):
    return sum((n_in + 1) * n_out for n_in, n_out in pairwise(sizes))


print(knobs([64, 32, 10]), knobs([64, 20, 10]))
#> 2410 1510
print(f"{knobs([784, 30, 10]):,}")
#> 23,860
