a = 0.9526

print(f"answer {a * (1 - a):.4f}")
#> answer 0.0452
print(f"output {1 - a:.4f}")
#> output 0.0474
print(f"squared {(1 - a) ** 2:.4f}")
#> squared 0.0022
print(f"square_of_large {a**2:.4f}")
#> square_of_large 0.9074
