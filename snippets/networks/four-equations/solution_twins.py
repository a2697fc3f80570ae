from backprop import Network

net = Network([2, 2, 1])
net.weights = [[[1, -0.5], [1, -0.5]], [[2, 2]]]
net.biases = [[[-1], [-1]], [[0.5]]]
for _ in range(100):
    nabla_b, nabla_w = net.backprop([[1, 0], [2, 1]], [[0, 1]])
    net.weights = [w - g for w, g in zip(net.weights, nabla_w, strict=True)]
    net.biases = [b - g for b, g in zip(net.biases, nabla_b, strict=True)]
print(net.weights[0].round(4).tolist(), net.weights[1].round(4).tolist())
#> [[0.1636, -1.1287], [0.1636, -1.1287]] [[2.1193, 2.1193]]
