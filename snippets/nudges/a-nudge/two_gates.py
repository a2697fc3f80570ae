from backprop import add, multiply

a, b = 4, -3
print(add(a, b))
#> 1.0
print(multiply(a, b))
#> -12.0
