slopes = [1 / 2, 1 / 3, 1 / 4]
product = (1 + slopes[0]) * (1 + slopes[1]) * (1 + slopes[2])

print(f"answer {product:.2f}")
#> answer 2.50
print(f"only_through {slopes[0] * slopes[1] * slopes[2]:.2f}")
#> only_through 0.04
print(f"one_at_a_time {1 + sum(slopes):.2f}")
#> one_at_a_time 2.08
