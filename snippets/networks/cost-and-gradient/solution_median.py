import numpy as np

from backprop import Network, numerical_gradient

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
net.biases = [[[-1], [1], [-1]], [[0.5]]]
x = np.array([[1, -1, 2], [2, 1, 0]])
y = np.array([[0, 1, 0]])


def costs(b):
    net.biases = [net.biases[0], b]
    return (y - net.feedforward(x)) ** 2 / 2


b = np.array([[0.5]])
each = [numerical_gradient(lambda b, i=i: costs(b)[0, i], b) for i in range(3)]
of_mean = numerical_gradient(lambda b: np.mean(costs(b)), b).item()
of_median = numerical_gradient(lambda b: np.median(costs(b)), b).item()
print(f"mean:   {of_mean:.4f}, mean of the slopes: {np.mean(each):.4f}")
#> mean:   0.0352, mean of the slopes: 0.0352
print(f"median: {of_median:.4f}, median of the slopes: {np.median(each):.4f}")
#> median: 0.1444, median of the slopes: 0.0812
