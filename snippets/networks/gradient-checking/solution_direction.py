import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
net = Network([20, 15, 10, 5], rng=0)
x, y = rng.normal(size=(20, 8)), rng.integers(0, 2, size=(5, 8))

nabla_b, nabla_w = net.backprop(x, y)
parameters, gradient = net.weights + net.biases, nabla_w + nabla_b
direction = [rng.normal(size=array.shape) for array in parameters]
pairs = zip(gradient, direction, strict=True)
predicted = sum((g * d).sum() for g, d in pairs)


def cost_along(h):
    for array, d in zip(parameters, direction, strict=True):
        array += h * d
    value = net.cost(x, y)
    for array, d in zip(parameters, direction, strict=True):
        array -= h * d
    return value


h = 1e-5
measured = (cost_along(h) - cost_along(-h)) / (2 * h)
print(sum(array.size for array in parameters), "parameters")
#> 530 parameters
print(abs(predicted - measured) / abs(measured) < 1e-6)
#> True
