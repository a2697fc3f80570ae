from backprop import Network

net = Network([1] * 5)
net.weights = [[[1.5]], [[-2]], [[1]], [[2.5]]]
net.biases = [[[0]], [[1]], [[0]], [[-1]]]
h = 1e-5
up, down = net.feedforward([[1 + h]]), net.feedforward([[1 - h]])
print(((up - down) / (2 * h)).round(5))
#> [[-0.01456]]
