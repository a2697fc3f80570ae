from itertools import pairwise

sizes = [64, 32, 10]
total = 0
for n_in, n_out in pairwise(sizes):
    print(f"{n_in} * {n_out} = {n_in * n_out:,}")
    #> 64 * 32 = 2,048
    #> 32 * 10 = 320
    total += n_in * n_out
print(f"{total:,}, and {sum(sizes[1:])} that are only added")
#> 2,368, and 42 that are only added
