x = 3
print(x + 1)
#> 4
print(f"{1 / x:.4f}")
#> 0.3333
