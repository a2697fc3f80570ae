"""A softmax network with a backpropagation of its own. One line is wrong."""

from backprop import Network, sigmoid_prime


class Suspect(Network):
    def backprop(self, x, y):
        zs, activations = self.forward_pass(x)
        m = x.shape[1]
        delta3 = (activations[3] - y) / m * sigmoid_prime(zs[3])
        delta2 = (self.weights[1].T @ delta3) * sigmoid_prime(zs[2])
        nabla_b = [d.sum(axis=1, keepdims=True) for d in [delta2, delta3]]
        nabla_w = [delta2 @ activations[1].T, delta3 @ activations[2].T]
        return nabla_b, nabla_w
