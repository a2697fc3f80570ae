from backprop import Network

from network import x, y

weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
biases = [[[-1], [1], [-1]], [[0.5]]]


def descend(net, eta, steps=100):
    """Train, and return the costs on the way and the largest derivative at the end."""
    costs = [net.cost(x, y)]
    for _ in range(steps):
        nabla_b, nabla_w = net.backprop(x, y)
        parameters, gradient = net.weights + net.biases, nabla_w + nabla_b
        for array, part in zip(parameters, gradient, strict=True):
            array -= eta * part
        costs.append(net.cost(x, y))
    return costs, max(abs(part).max() for part in gradient)


for eta in [5, 50, 500]:
    net = Network([2, 3, 1])
    net.weights, net.biases = weights, biases
    costs, largest = descend(net, eta)
    shown = [f"{costs[step]:.4f}" for step in [0, 1, 2, 10, 100]]
    print(f"{eta:3}", *shown, net.feedforward(x)[0].round(2), f"{largest:.6f}")
    #>   5 0.2068 0.1857 0.1651 0.0915 0.0019 [0.07 0.94 0.06 0.95] 0.001396
    #>  50 0.2068 0.1190 0.1901 0.0002 0.0001 [0.01 0.99 0.01 0.99] 0.000054
    #> 500 0.2068 0.2500 0.2500 0.2500 0.2500 [0. 0. 0. 0.] 0.000001

costs, largest = descend(net, 500, steps=1000)
print(f"500, a thousand steps later: {costs[-1]:.4f}")
#> 500, a thousand steps later: 0.2500

for eta in [50, 500]:
    others = [Network([2, 3, 1], rng=seed) for seed in range(20)]
    learned = sum(descend(other, eta)[0][-1] < 0.01 for other in others)
    print(f"{eta}: of 20 other starts, {learned} learn")
    #> 50: of 20 other starts, 20 learn
    #> 500: of 20 other starts, 2 learn
