from itertools import pairwise

sizes = [5, 4, 3, 2]
print([(n, n_before) for n_before, n in pairwise(sizes)])
#> [(4, 5), (3, 4), (2, 3)]
print([n * n_before for n_before, n in pairwise(sizes)])
#> [20, 12, 6]
print(sum(n * n_before for n_before, n in pairwise(sizes)), sum(sizes[1:]))
#> 38 9
