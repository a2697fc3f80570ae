def central_quotient(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def cube(x):
    return x**3


print(round(central_quotient(cube, 2, 0.1), 6))
#> 12.01
