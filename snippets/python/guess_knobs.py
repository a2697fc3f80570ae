from itertools import pairwise

sizes = [784, 30, 10]
print(f"answer {sum((n_in + 1) * n_out for n_in, n_out in pairwise(sizes))}")
#> answer 23860
print(f"products_only {sum(n_in * n_out for n_in, n_out in pairwise(sizes))}")
#> products_only 23820
print(f"one_in_all {sum(n_in * n_out + 1 for n_in, n_out in pairwise(sizes))}")
#> one_in_all 23822
