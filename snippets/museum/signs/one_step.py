from backprop import Network
from backprop.datasets import xor

x, y = xor()
for sign in [-1, 1]:
    net = Network([2, 3, 1], rng=0)
    before = net.cost(x, y)
    _, nabla_w = net.backprop(x, y)
    net.weights = [w + sign * g for w, g in zip(net.weights, nabla_w, strict=True)]
    change = net.cost(x, y) - before
    print(f"sign {sign:+}: the cost changes by {change:+.5f}")
    #> sign -1: the cost changes by -0.00015
    #> sign +1: the cost changes by +0.00014
