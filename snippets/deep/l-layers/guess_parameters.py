from itertools import pairwise

sizes = [20, 10, 5, 1]
weights = sum(n_before * n for n_before, n in pairwise(sizes))

print(f"answer {weights + sum(sizes[1:])}")
#> answer 271
print(f"weights {weights}")
#> weights 255
print(f"biases_of_inputs {weights + sum(sizes)}")
#> biases_of_inputs 291
