import numpy as np

from backprop import Network

net = Network([2, 3, 1], rng=1)
x, y = np.random.default_rng(0).normal(size=(2, 50)), np.ones((1, 50))
nabla_b, nabla_w = net.backprop(x, y)
eta, lmbda, n = 0.5, 5.0, 50

w = net.weights[0]
nielsen = (1 - eta * (lmbda / n)) * w - eta * nabla_w[0]
ours = w - eta * (nabla_w[0] + 0.1 * w)
print(np.allclose(nielsen, ours))
#> True
