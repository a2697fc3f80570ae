import math

cost = 3.9

print(f"answer {math.exp(-cost):.2f}")
#> answer 0.02
print(f"inverse {1 / cost:.2f}")
#> inverse 0.26
print(f"logarithm {math.log(cost):.2f}")
#> logarithm 1.36
print(f"other_base {10**-cost:.5f}")
#> other_base 0.00013
