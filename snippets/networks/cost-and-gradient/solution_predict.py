from backprop import Network

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
x = [[1, -1, 2, 0], [2, 1, 0, -1]]
y = [[0, 1, 0, 1]]

before = net.cost(x, y)
net.weights = [[[0.9, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
print(round(-0.1 * 0.0344, 5), round(net.cost(x, y) - before, 5))
#> -0.00344 -0.00355
