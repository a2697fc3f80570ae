def central_quotient(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def one_over(x):
    return 1 / x


print(f"one over x, at 2: {central_quotient(one_over, 2, 0.001):.4f}")
#> one over x, at 2: -0.2500
print(f"the size of x, at 0: {central_quotient(abs, 0, 0.001)}")
#> the size of x, at 0: 0.0
