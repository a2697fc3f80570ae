from backprop import sigmoid


def circuit_gradient(a, b, c):
    d = a + b
    slope = sigmoid(d * c)
    return c * slope, c * slope, d * slope
