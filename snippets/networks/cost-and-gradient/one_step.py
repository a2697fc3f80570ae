from backprop import Network

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
x = [[1, -1, 2, 0], [2, 1, 0, -1]]
y = [[0, 1, 0, 1]]

eta = 0.5
print(round(net.cost(x, y), 4))
#> 0.2068
nabla_b, nabla_w = net.backprop(x, y)
net.weights = [w - eta * g for w, g in zip(net.weights, nabla_w, strict=True)]
net.biases = [b - eta * g for b, g in zip(net.biases, nabla_b, strict=True)]
print(round(net.cost(x, y), 4))
#> 0.2047
