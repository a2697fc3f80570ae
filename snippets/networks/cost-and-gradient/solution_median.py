import numpy as np

from backprop import Network, numerical_gradient

net = Network([2, 3, 1])
net.weights = [[[1, -0.5], [-1, 1], [0.5, 1]], [[2, -1, 1]]]
x = np.array([[1, -1, 2], [2, 1, 0]])
y = np.array([[0, 1, 0]])


def costs(b):
    net.biases = [[[-1], [1], [-1]], [[b]]]
    return ((y - net.feedforward(x)) ** 2 / 2).ravel()


slopes = [numerical_gradient(lambda b, i=i: costs(b)[i], 0.5) for i in range(3)]
mean = numerical_gradient(lambda b: np.mean(costs(b)), 0.5)
median = numerical_gradient(lambda b: np.median(costs(b)), 0.5)
print(f"mean   {mean:.4f}, mean of the slopes   {np.mean(slopes):.4f}")
#> mean   0.0352, mean of the slopes   0.0352
print(f"median {median:.4f}, median of the slopes {np.median(slopes):.4f}")
#> median 0.1444, median of the slopes 0.0812
