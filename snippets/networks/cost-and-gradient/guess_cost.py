a, y = 0.7056, 1

print(f"answer {(y - a) ** 2 / 2:.4f}")
#> answer 0.0433
print(f"no_half {(y - a) ** 2:.4f}")
#> no_half 0.0867
print(f"no_square {abs(y - a) / 2:.4f}")
#> no_square 0.1472
print(f"of_the_output {a**2 / 2:.4f}")
#> of_the_output 0.2489
