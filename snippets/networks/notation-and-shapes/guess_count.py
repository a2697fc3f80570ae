from itertools import pairwise

sizes = [5, 4, 3, 2]
weights = sum(n_before * n for n_before, n in pairwise(sizes))

print(f"answer {weights}")
#> answer 38
print(f"with_biases {weights + sum(sizes[1:])}")
#> with_biases 47
print(f"units {sum(sizes)}")
#> units 14
print(f"all_at_once {5 * 4 * 3 * 2}")
#> all_at_once 120
