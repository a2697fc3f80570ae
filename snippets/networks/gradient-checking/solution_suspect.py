import numpy as np

from backprop import (
    Network,
    check_gradient,
    numerical_gradient,
    sigmoid_prime,
    tanh_prime,
)

from suspect import Suspect

net = Suspect([4, 5, 3, 2], hidden="tanh", rng=1)
one_x, one_y = np.array([[1.0], [-1], [0.5], [2]]), np.array([[0.0], [1]])
zs, _ = net.forward_pass(one_x)
nabla_b, _ = net.backprop(one_x, one_y)


def measured(layer):
    start = net.biases[layer - 2]

    def cost(b):
        net.biases[layer - 2] = b
        return net.cost(one_x, one_y)

    errors = numerical_gradient(cost, start)
    net.biases[layer - 2] = start
    return errors


for layer in [4, 3, 2]:
    same = np.allclose(nabla_b[layer - 2], measured(layer), rtol=1e-6)
    print(f"the errors of layer {layer} are right:", same)
    #> the errors of layer 4 are right: True
    #> the errors of layer 3 are right: False
    #> the errors of layer 2 are right: False
back = net.weights[2].T @ nabla_b[2]
print("slopes needed:", (measured(3) / back).ravel().round(4))
#> slopes needed: [0.9954 0.0125 0.0171]
print("slopes taken: ", sigmoid_prime(zs[3]).ravel().round(4))
#> slopes taken:  [0.2497 0.0502 0.0578]
print("tanh_prime(z):", tanh_prime(zs[3]).ravel().round(4))
#> tanh_prime(z): [0.9954 0.0125 0.0171]

SLOPES = {"sigmoid": sigmoid_prime, "tanh": tanh_prime}


class Mended(Network):
    def backprop(self, x, y):
        zs, activations = self.forward_pass(x)
        last, m = len(self.sizes), x.shape[1]
        delta = (activations[last] - y) / m * SLOPES[self.output](zs[last])
        nabla_b, nabla_w = [], []
        for layer in range(last, 1, -1):
            nabla_b.insert(0, delta.sum(axis=1, keepdims=True))
            nabla_w.insert(0, delta @ activations[layer - 1].T)
            if layer > 2:
                back = self.weights[layer - 2].T @ delta
                delta = back * SLOPES[self.hidden](zs[layer - 1])
        return nabla_b, nabla_w


rng = np.random.default_rng(0)
x, y = rng.normal(size=(4, 6)), rng.integers(0, 2, size=(2, 6))
for hidden in ["sigmoid", "tanh"]:
    net = Mended([4, 5, 3, 2], hidden=hidden, rng=1)
    print(f"mended, with {hidden}:", check_gradient(net, x, y) < 1e-6)
    #> mended, with sigmoid: True
    #> mended, with tanh: True
