from backprop import numerical_gradient


def f(inputs):
    u, v, t = inputs
    return (u + v) * max(v, t)


print(f([1, -2, 4]))
#> -4
print(numerical_gradient(f, [1, -2, 4]).round(4))
#> [ 4.  4. -1.]
