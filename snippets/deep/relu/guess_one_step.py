print("answer", 2 / (3 / 2 + 3 / 2 + 1))
#> answer 0.5
print("first_only", 1 / (3 / 2 + 1))
#> first_only 0.4
print("no_mean", 2 / (3 + 3 + 2))
#> no_mean 0.25
print(f"no_bias {2 / (3 / 2 + 3 / 2):.2f}")
#> no_bias 0.67
