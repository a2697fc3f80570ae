h = 1
x = 4
u = 2 * x

x = x + h
print(u)
#> 8
u = 2 * x
print(u)
#> 10
