from backprop import Network

from network import W2, W3, b2, b3, x, y
from wrong import Wrong

for kind, longer in [(Network, 1), (Wrong, 1), (Network, 5)]:
    net = kind([2, 3, 1])
    net.weights, net.biases = [W2, W3], [b2, b3]
    costs = []
    for _ in range(301):
        costs.append(round(net.cost(x, y), 4))
        nabla_b, nabla_w = net.backprop(x, y)
        parameters, gradient = net.weights + net.biases, nabla_w + nabla_b
        steps = [longer, 1, longer, 1]  # the hidden layer, the output layer
        for array, g, step in zip(parameters, gradient, steps, strict=True):
            array -= step * g
    print(kind.__name__, longer, costs[::100])
    #> Network 1 [0.2068, 0.0351, 0.0087, 0.0043]
    #> Wrong 1 [0.2068, 0.0061, 0.0025, 0.0015]
    #> Network 5 [0.2068, 0.006, 0.0024, 0.0014]
