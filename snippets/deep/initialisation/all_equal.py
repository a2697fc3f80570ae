import numpy as np

from backprop import Network

x = [[0, 0, 1, 1], [0, 1, 0, 1]]
y = [[0, 1, 1, 0]]  # exclusive or
nets = {}
for start in ["equal", "random"]:
    net = Network([2, 4, 1], hidden="tanh", cost="cross_entropy", init="xavier")
    if start == "equal":
        net.weights = [np.full((4, 2), 0.5), np.full((1, 4), 0.5)]
    for _ in range(1000):
        nabla_b, nabla_w = net.backprop(x, y)
        net.weights = [w - 0.5 * g for w, g in zip(net.weights, nabla_w, strict=True)]
        net.biases = [b - 0.5 * g for b, g in zip(net.biases, nabla_b, strict=True)]
    nets[start] = net

for start, net in nets.items():
    print(start, "weights", net.weights[0].round(2).tolist())
    #> equal weights [[2.93, 2.93], [2.93, 2.93], [2.93, 2.93], [2.93, 2.93]]
    #> random weights [[3.1, -2.33], [2.1, -1.14], [-3.14, 3.71], [1.97, 1.96]]
for start, net in nets.items():
    print(start, "outputs", net.feedforward(x).round(2).tolist())
    #> equal outputs [[0.01, 0.66, 0.66, 0.67]]
    #> random outputs [[0.0, 0.99, 0.99, 0.01]]
