from itertools import pairwise

sizes = [784, 30, 10]
print([n_before * n for n_before, n in pairwise(sizes)])
#> [23520, 300]
print(sum(n_before * n for n_before, n in pairwise(sizes)))
#> 23820
