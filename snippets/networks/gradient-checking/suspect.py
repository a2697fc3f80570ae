"""A backpropagation for any number of layers. One line of it is wrong."""

from backprop import Network, sigmoid_prime


class Suspect(Network):
    def backprop(self, x, y):
        zs, activations = self.forward_pass(x)
        last, m = len(self.sizes), x.shape[1]
        delta = (activations[last] - y) / m * sigmoid_prime(zs[last])
        nabla_b, nabla_w = [], []
        for layer in range(last, 1, -1):
            nabla_b.insert(0, delta.sum(axis=1, keepdims=True))
            nabla_w.insert(0, delta @ activations[layer - 1].T)
            if layer > 2:
                back = self.weights[layer - 2].T @ delta
                delta = back * sigmoid_prime(zs[layer - 1])
        return nabla_b, nabla_w
