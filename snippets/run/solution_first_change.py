from backprop import add, multiply

a, b = -10, -3
print(add(a, b))
#> -13.0
print(multiply(a, b))
#> 30.0
