from itertools import pairwise

sizes, m = [784, 30, 10], 10
weights = sum(n * n_next for n, n_next in pairwise(sizes))
print(weights + sum(sizes[1:]), m * (sum(sizes) + sum(sizes[1:])))
#> 23860 8640
