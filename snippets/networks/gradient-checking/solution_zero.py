from backprop import Network, check_gradient

from network import x, y


class Lazy(Network):
    def backprop(self, x, y):
        nabla_b, nabla_w = Network.backprop(self, x, y)
        return [0 * nabla_b[0], nabla_b[1]], [0 * nabla_w[0], nabla_w[1]]


net = Lazy([2, 3, 1], init="zeros")
print("zeros: ", check_gradient(net, x, y) < 1e-6)
#> zeros:  True
net = Lazy([2, 3, 1], rng=0)
print("random:", check_gradient(net, x, y) < 1e-6)
#> random: False
