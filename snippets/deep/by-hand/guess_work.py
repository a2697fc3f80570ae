from itertools import pairwise

sizes = [30, 20, 10, 5, 1]
weights = [n_in * n_out for n_in, n_out in pairwise(sizes)]

print(f"answer {sum(weights) + sum(weights[1:])}")
#> answer 1110
print(f"no_errors {sum(weights)}")
#> no_errors 855
print(f"error_of_inputs {2 * sum(weights)}")
#> error_of_inputs 1710
print(f"biases {sum(weights) + sum(weights[1:]) + sum(sizes[1:])}")
#> biases 1146
