import numpy as np

from backprop import Network

from check_some import check_some

rng = np.random.default_rng(1)
net = Network([784, 30, 10], rng=1)
x, y = rng.random((784, 5)), rng.integers(0, 2, size=(10, 5))


def cost():
    return net.cost(x, y)


nabla_b, nabla_w = net.backprop(x, y)
arrays, gradients = net.weights + net.biases, nabla_w + nabla_b
print("right:", check_some(cost, arrays, gradients) < 1e-6)
#> right: True
lost = [5 * gradient for gradient in gradients]
print("1/m lost:", round(check_some(cost, arrays, lost), 3))
#> 1/m lost: 0.8
