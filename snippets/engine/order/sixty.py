from backprop import Value

x = y = Value(1)
for _ in range(60):
    y = y + y
y.backward()
paths = int(x.grad)
print(f"{paths:,} paths")
#> 1,152,921,504,606,846,976 paths

years = paths / 10_000_000 / (60 * 60 * 24 * 365.25)
print(f"{years:,.0f} years, at ten million paths a second")
#> 3,653 years, at ten million paths a second
