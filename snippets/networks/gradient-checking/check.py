import numpy as np

from backprop import Network

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
x, y = [[1, -1, 2, 0], [2, 1, 0, -1]], [[0, 1, 0, 1]]

h = 1e-5
nabla_b, nabla_w = net.backprop(x, y)
worst = 0
parameters, gradients = net.weights + net.biases, nabla_w + nabla_b
for array, gradient in zip(parameters, gradients, strict=True):
    for index in np.ndindex(array.shape):
        start = array[index]
        array[index] = start + h
        right = net.cost(x, y)
        array[index] = start - h
        left = net.cost(x, y)
        array[index] = start
        measured = (right - left) / (2 * h)
        size = max(abs(measured), abs(gradient[index]))
        worst = max(worst, abs(measured - gradient[index]) / size)
print(worst < 1e-6)
#> True
