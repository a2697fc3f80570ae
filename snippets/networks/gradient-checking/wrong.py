"""A backpropagation with a mistake in it."""

from backprop import Network, sigmoid_prime


class Wrong(Network):
    def backprop(self, x, y):
        zs, activations = self.forward_pass(x)
        m = zs[3].shape[1]
        delta3 = (activations[3] - y) / m * sigmoid_prime(zs[3])
        delta2 = self.weights[1].T @ delta3
        nabla_b = [d.sum(axis=1, keepdims=True) for d in (delta2, delta3)]
        nabla_w = [delta2 @ activations[1].T, delta3 @ activations[2].T]
        return nabla_b, nabla_w
