from itertools import pairwise

sizes = [100, 100, 100, 1]  # layers 2 to 5

# From the right: each matrix meets a column.
right = sum(n * n_next for n, n_next in pairwise(sizes))

# From the left: each matrix meets 100 rows, at last the column.
left = sum(100 * n * n_next for n, n_next in pairwise(sizes[1:])) + 100
print(right, left)
#> 20100 1010100
