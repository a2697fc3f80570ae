from itertools import pairwise

sizes = [30, 20, 10, 5, 1]
weights = [n_in * n_out for n_in, n_out in pairwise(sizes)]
forward = sum(weights)
derivatives, errors = sum(weights), sum(weights[1:])  # BP4, BP2
print("forward", forward, "backward", derivatives, "+", errors)
#> forward 855 backward 855 + 255
print("backward in all", derivatives + errors)
#> backward in all 1110
print(f"backward to forward {(derivatives + errors) / forward:.1f}")
#> backward to forward 1.3
print("forward passes to measure all", 2 * (sum(weights) + sum(sizes[1:])))
#> forward passes to measure all 1782
