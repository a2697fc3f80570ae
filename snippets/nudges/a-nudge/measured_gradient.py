from backprop import numerical_gradient


def p(inputs):
    a, b = inputs
    return a * b


print(numerical_gradient(p, [4, -3]).round(6))
#> [-3.  4.]
