from backprop import sigmoid, sigmoid_prime


def neuron_step(w, b, x, y, eta):
    z = w * x + b
    delta = (sigmoid(z) - y) * sigmoid_prime(z)
    return w - eta * delta * x, b - eta * delta


w, b = neuron_step(0.6, 0.9, 1, 0, 0.15)
print(f"{w:.4f} {b:.4f}")
#> 0.5817 0.8817
