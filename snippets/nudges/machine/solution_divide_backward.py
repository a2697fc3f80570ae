def divide_backward(r, t, grad):
    return grad / t, -grad * r / t**2


print(divide_backward(1, 2, 1))
#> (0.5, -0.25)
