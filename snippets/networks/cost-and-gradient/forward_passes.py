import numpy as np

from backprop import Network

h = 1e-5
for sizes in [[2, 3, 1], [2, 4, 4, 3], [20, 10, 10, 2]]:
    net = Network(sizes)
    x, y = np.ones((sizes[0], 1)), np.ones((sizes[-1], 1))
    passes = numbers = 0
    for array in net.weights + net.biases:
        for place in np.ndindex(array.shape):
            numbers += 1
            start, costs = array[place], []
            for nudged in [start + h, start - h]:
                array[place] = nudged
                costs.append(net.cost(x, y))
                passes += 1
            array[place] = start
            slope = (costs[0] - costs[1]) / (2 * h)
    print(numbers, "parameters,", passes, "forward passes")
    #> 13 parameters, 26 forward passes
    #> 47 parameters, 94 forward passes
    #> 342 parameters, 684 forward passes
