from backprop import numerical_gradient, sigmoid


def f(inputs):
    a, b, c = inputs
    return sigmoid((a + b) * c)


print(numerical_gradient(f, [1, -2, -3]).round(7))
#> [-0.13553   -0.13553   -0.0451767]
