from backprop import numerical_gradient, sigmoid


def neuron(inputs):
    w_1, x_1, w_2, x_2, b = inputs
    return sigmoid(w_1 * x_1 + w_2 * x_2 + b)


print(numerical_gradient(neuron, [1, 2, -3, 1, 1]).round(6))
#> [ 0.5   0.25  0.25 -0.75  0.25]
