import numpy as np

from backprop import Network, numerical_gradient


def passes_for_a_gradient(net):
    x, y = np.ones((net.sizes[0], 1)), np.ones((net.sizes[-1], 1))
    passes = 0
    for parameters in (net.weights, net.biases):
        for index, array in enumerate(parameters):

            def cost(nudged, parameters=parameters, index=index):
                nonlocal passes
                passes += 1
                kept, parameters[index] = parameters[index], nudged
                value = net.cost(x, y)
                parameters[index] = kept
                return value

            numerical_gradient(cost, array)
    return passes


for sizes in [[2, 3, 1], [2, 4, 4, 3], [20, 10, 10, 2]]:
    net = Network(sizes)
    numbers = sum(array.size for array in net.weights + net.biases)
    passes = passes_for_a_gradient(net)
    print(numbers, "parameters,", passes, "forward passes")
    #> 13 parameters, 26 forward passes
    #> 47 parameters, 94 forward passes
    #> 342 parameters, 684 forward passes
