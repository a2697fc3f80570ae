from backprop import Network

net = Network([2, 3, 1], output="identity")
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
x, y = [[1], [2]], [[0]]
nabla_b, _ = net.backprop(x, y)
print(net.feedforward(x).round(4).tolist(), nabla_b[1].round(4).tolist())
#> [[0.9747]] [[0.9747]]
