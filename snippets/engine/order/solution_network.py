from backprop import Value


def network(layers, units):
    x = Value(1)
    values = [x] * units
    for _ in range(layers - 1):
        values = [sum(values) for _ in range(units)]
    return x, sum(values)


x, y = network(layers=3, units=10)
y.backward()
print(f"{x.grad:,.0f} paths")
#> 1,000 paths

paths = 30**10
years = paths / 10_000_000 / (60 * 60 * 24 * 365.25)
print(f"{paths:,} paths, {years:.1f} years")
#> 590,490,000,000,000 paths, 1.9 years
