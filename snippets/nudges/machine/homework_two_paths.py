from backprop import numerical_gradient, sigmoid


def circuit(inputs):
    u, v = inputs
    return u * sigmoid(u * v) + v


derivatives = numerical_gradient(circuit, [2, -1])
print(f"sum of the two derivatives {derivatives.sum():.4f}")
#> sum of the two derivatives 1.3292
