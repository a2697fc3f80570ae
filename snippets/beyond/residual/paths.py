def f(x):
    return x**2 / 4


def g(a):
    return a**2 / 9


x = 2.0
a = x + f(x)
b = a + g(a)
print("values", x, a, b)
#> values 2.0 3.0 4.0

f_prime, g_prime = x / 2, 2 * a / 9
paths = [1, f_prime, g_prime, f_prime * g_prime]
print("paths ", *(f"{path:.4f}" for path in paths))
#> paths  1.0000 1.0000 0.6667 0.6667
print(f"their sum {sum(paths):.4f}, the product {(1 + f_prime) * (1 + g_prime):.4f}")
#> their sum 3.3333, the product 3.3333

h = 1e-6
ends = [x + step + f(x + step) for step in (h, -h)]
up, down = [end + g(end) for end in ends]
print(f"measured  {(up - down) / (2 * h):.4f}")
#> measured  3.3333
