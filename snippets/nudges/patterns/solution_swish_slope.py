from backprop import sigmoid, sigmoid_prime


def swish_slope(x):
    return sigmoid(x) + x * sigmoid_prime(x)


print(round(float(swish_slope(2)), 4))
#> 1.0908
