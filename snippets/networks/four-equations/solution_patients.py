import numpy as np

from patients import inputs, networks, y


def first_derivative(net, x):
    return f"{np.mean(np.abs(net.backprop(x, y)[1][0])):.0e}"


for name, net in networks.items():
    found = [first_derivative(net, inputs[name])]
    for step in range(1, 101):
        nabla_b, nabla_w = net.backprop(inputs[name], y)
        parameters, gradients = net.weights + net.biases, nabla_w + nabla_b
        for array, gradient in zip(parameters, gradients, strict=True):
            array -= gradient
        if step in [1, 10, 100]:
            found.append(first_derivative(net, inputs[name]))
    print(f"{name:7}", *found)
    #> healthy 6e-04 6e-04 8e-04 5e-04
    #> A       2e-05 2e-05 1e-05 4e-05
    #> B       5e-06 5e-06 5e-06 5e-06
    #> C       0e+00 2e-05 1e-04 2e-04
    #> D       1e-06 1e-06 1e-06 1e-06
    #> E       3e-09 3e-09 3e-09 3e-09
