import math

cost = 4.6

print(f"answer {math.exp(-cost):.2f}")
#> answer 0.01
print(f"inverse {1 / cost:.2f}")
#> inverse 0.22
print(f"logarithm {math.log(cost):.2f}")
#> logarithm 1.53
print(f"other_base {10**-cost:.5f}")
#> other_base 0.00003
