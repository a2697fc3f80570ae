import numpy as np

from backprop import Network

from network import x, y

weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
biases = [[[-1], [1], [-1]], [[0.5]]]
net = Network([2, 3, 1])


def change(direction, length=0.01):
    """Say what the cost does when all parameters move in a direction."""
    net.weights, net.biases = weights, biases
    before = net.cost(x, y)
    size = np.sqrt(sum((part**2).sum() for part in direction))
    for array, part in zip(net.weights + net.biases, direction, strict=True):
        array += length * part / size
    return net.cost(x, y) - before


net.weights, net.biases = weights, biases
nabla_b, nabla_w = net.backprop(x, y)
downhill = [-g for g in nabla_w + nabla_b]
print(f"{change(downhill):.6f}")
#> -0.000649

rng = np.random.default_rng(0)
random = [[rng.normal(size=g.shape) for g in downhill] for _ in range(1000)]
print(f"{min(change(direction) for direction in random):.6f}")
#> -0.000511
