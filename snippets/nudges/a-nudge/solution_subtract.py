from backprop import numerical_gradient


def t(inputs):
    a, b = inputs
    return a - b


print(numerical_gradient(t, [4, -3]).round(6))
#> [ 1. -1.]
