def g(x):
    return x * x * x


x = 2
exact = 3 * x**2
print("    h  one-sided error  central error")
#>     h  one-sided error  central error
for h in [0.1, 0.01, 0.001]:
    one_sided = (g(x + h) - g(x)) / h
    central = (g(x + h) - g(x - h)) / (2 * h)
    print(f"{h:5}  {one_sided - exact:15.6f}  {central - exact:13.6f}")
    #>   0.1         0.610000       0.010000
    #>  0.01         0.060100       0.000100
    #> 0.001         0.006001       0.000001
