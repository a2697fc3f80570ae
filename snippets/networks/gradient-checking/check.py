import numpy as np

from network import net, x, y

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
