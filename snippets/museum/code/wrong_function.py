from math import exp, tanh

from backprop import Value


def printed(z):
    return (1 - exp(-z)) / (1 + exp(-z))


z = Value(1.0)
y = (-z).exp()
((1 - y) / (1 + y)).backward()
h = 1e-6
measured = (printed(1 + h) - printed(1 - h)) / (2 * h)
print(f"slope: by machine {z.grad:.4f}, measured {measured:.4f}")
#> slope: by machine 0.3932, measured 0.3932
print(f"value: printed {printed(1):.4f}, tanh {tanh(1):.4f}")
#> value: printed 0.4621, tanh 0.7616
