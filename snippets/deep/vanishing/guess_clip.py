g, limit = [30, -40], 5
norm = (g[0] ** 2 + g[1] ** 2) ** 0.5

print(f"answer {g[0] * limit / norm:.0f}")
#> answer 3
print(f"by_value {limit}")
#> by_value 5
print(f"wrong_norm {g[0] * limit / (abs(g[0]) + abs(g[1])):.2f}")
#> wrong_norm 2.14
print(f"by_limit {g[0] / limit:.0f}")
#> by_limit 6
