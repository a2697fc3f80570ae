"""A backpropagation that can make seven mistakes, and a judge."""

import numpy as np

from backprop import Network, sigmoid_prime


class Wrong(Network):
    bug = "none"

    def backprop(self, x, y):
        bug, last, m = self.bug, len(self.sizes), x.shape[1]
        weights = dict(enumerate(self.weights, start=2))
        zs, activations = self.forward_pass(x)
        nabla_b, nabla_w = [], []
        for layer in range(last, 1, -1):
            slope = sigmoid_prime(zs[layer])
            if bug == "a for z":
                slope = sigmoid_prime(activations[layer])
            if layer == last:
                divisor = 1 if bug == "no 1/m" else m
                delta = before = (activations[layer] - y) / divisor
                if bug != "BP1 without slope":
                    delta = before = delta * slope
            else:
                before = delta
                back = weights[layer + 1].T
                delta = (back.T if bug == "no transpose" else back) @ delta
                if bug != "BP2 without slope":
                    delta = delta * slope
            used = before if bug == "delta of next layer" else delta
            source = layer if bug == "a of same layer" else layer - 1
            nabla_b.insert(0, used.sum(axis=1, keepdims=True))
            nabla_w.insert(0, used @ activations[source].T)
        return nabla_b, nabla_w


def measured(net, x, y, h=1e-5):
    gradients = []
    for array in [*net.weights, *net.biases]:
        gradients.append(np.empty(array.shape))
        for place in np.ndindex(array.shape):
            start = array[place]
            array[place] = start + h
            up = net.cost(x, y)
            array[place] = start - h
            down = net.cost(x, y)
            array[place] = start
            gradients[-1][place] = (up - down) / (2 * h)
    return gradients
