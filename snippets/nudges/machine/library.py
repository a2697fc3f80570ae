from backprop import Value

u = Value(2)
f = 3 * u**2 - 1 / u + (u - 2).exp()
f.backward()
print(f"{f.data}, slope {u.grad}")
#> 12.5, slope 13.25

try:
    (u - 2).log()
except ValueError as error:
    print(error)
    #> log needs a number above 0; got 0
