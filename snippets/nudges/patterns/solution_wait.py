from backprop import numerical_gradient


def f(w):
    v = w * w
    return (2 + v) * v


w = 2
v = w * w
first, second = v, 2 + v
too_early = 2 * w * first
in_order = 2 * w * (first + second)
print(too_early, in_order)
#> 16 40
print(f"{numerical_gradient(f, w):.4f}")
#> 40.0000
