from backprop import multiply_backward, numerical_gradient

x = 3
to_first, to_second = multiply_backward(x, x, 1)
print(to_first, to_second, to_first + to_second)
#> 3.0 3.0 6.0


def square(x):
    return x * x


print(f"{numerical_gradient(square, x):.4f}")
#> 6.0000
