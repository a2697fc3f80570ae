from backprop import numerical_gradient


def f(u):
    v = u * u
    return (2 + v) * v


u = 2
v = u * u
first, second = v, 2 + v
too_early = 2 * u * first
in_order = 2 * u * (first + second)
print(too_early, in_order)
#> 16 40
print(f"{numerical_gradient(f, u):.4f}")
#> 40.0000
