def g(x):
    return x * x * x


x = 2
exact = 3 * x**2
for h in [1e-5, 1e-8, 1e-11, 1e-14]:
    central = (g(x + h) - g(x - h)) / (2 * h)
    print(f"h = {h:.0e}  off by {abs(central - exact):.0e}")
    #> h = 1e-05  off by 2e-10
    #> h = 1e-08  off by 7e-08
    #> h = 1e-11  off by 1e-06
    #> h = 1e-14  off by 1e-01
