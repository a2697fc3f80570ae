from backprop import Network

from network import W2, W3, b2, b3, x, y
from wrong import Wrong

for kind in [Network, Wrong]:
    net = kind([2, 3, 1])
    net.weights, net.biases = [W2, W3], [b2, b3]
    costs = []
    for _ in range(301):
        costs.append(round(net.cost(x, y), 4))
        nabla_b, nabla_w = net.backprop(x, y)
        parameters, gradient = net.weights + net.biases, nabla_w + nabla_b
        for array, g in zip(parameters, gradient, strict=True):
            array -= g
    print(kind.__name__, costs[::100])
    #> Network [0.2068, 0.0351, 0.0087, 0.0043]
    #> Wrong [0.2068, 0.0061, 0.0025, 0.0015]
