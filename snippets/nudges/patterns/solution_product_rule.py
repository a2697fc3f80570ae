from backprop import numerical_gradient, sigmoid, sigmoid_prime


def f(x):
    return x * sigmoid(x)


x = 2
print(f"{sigmoid(x) + x * sigmoid_prime(x):.6f}")
#> 1.090784
print(f"{numerical_gradient(f, x):.6f}")
#> 1.090784
