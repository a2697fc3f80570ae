u, v, t = 1, -2, 4
to_sum, to_maximum = max(v, t), u + v

print(f"answer {to_sum}")
#> answer 4
print(f"both {to_sum + to_maximum}")
#> both 3
print(f"routed {to_maximum}")
#> routed -1
