from backprop import maximum

u, v = 4, -3
h = 0.01
print(maximum(u, v))
#> 4.0
print(maximum(u + h, v))
#> 4.01
print(maximum(u, v + h))
#> 4.0
