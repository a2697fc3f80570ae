from backprop import Network

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
x = [[1, -1, 2, 0], [2, 1, 0, -1]]
print(net.feedforward(x).round(4).tolist())
#> [[0.726, 0.5192, 0.8996, 0.7056]]
