import numpy as np

from backprop import Network

x = [[0, 0, 1, 1], [0, 1, 0, 1]]
y = [[0, 1, 1, 1]]  # 1 if at least one input is 1
net = Network([2, 4, 1], hidden="tanh", cost="cross_entropy", init="zeros")
net.biases = [np.random.default_rng(0).normal(size=(4, 1)), [[0]]]
for step in range(1001):
    nabla_b, nabla_w = net.backprop(x, y)
    if step in [0, 1, 2, 1000]:
        moves = [bool(abs(g).max() > 0) for g in nabla_w]
        print(step, moves, f"cost {net.cost(x, y):.3f}")
        #> 0 [False, True] cost 0.693
        #> 1 [True, True] cost 0.654
        #> 2 [True, True] cost 0.627
        #> 1000 [True, True] cost 0.001
    net.weights = [w - 0.5 * g for w, g in zip(net.weights, nabla_w, strict=True)]
    net.biases = [b - 0.5 * g for b, g in zip(net.biases, nabla_b, strict=True)]
