def g(x):
    return x * x * x


x = 2
for h in [1, 0.1, 0.01, 0.001]:
    change = g(x + h) - g(x)
    print(f"h = {h:<5}  change / h = {change / h:.6f}")
    #> h = 1      change / h = 19.000000
    #> h = 0.1    change / h = 12.610000
    #> h = 0.01   change / h = 12.060100
    #> h = 0.001  change / h = 12.006001
