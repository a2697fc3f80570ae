from backprop import Network, sigmoid_prime


class Wrong(Network):
    def backprop(self, x, y):
        zs, activations = self.forward_pass(x)
        m = zs[3].shape[1]
        delta3 = (activations[3] - y) / m * sigmoid_prime(zs[3])
        delta2 = self.weights[1].T @ delta3
        nabla_b = [d.sum(axis=1, keepdims=True) for d in (delta2, delta3)]
        nabla_w = [delta2 @ activations[1].T, delta3 @ activations[2].T]
        return nabla_b, nabla_w


for kind in [Network, Wrong]:
    net = kind([2, 3, 1])
    net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
    net.biases = [[[-1], [1], [-1]], [[0.5]]]
    x, y = [[1, -1, 2, 0], [2, 1, 0, -1]], [[0, 1, 0, 1]]
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
