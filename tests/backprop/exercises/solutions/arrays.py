from itertools import pairwise

import numpy as np


class Tensor:
    def __init__(self, data, parents=()):
        self.data = np.asarray(data, dtype=float)
        self.parents = parents
        self.grad = np.zeros_like(self.data)

    def _tensor(self, other):
        return other if isinstance(other, Tensor) else Tensor(other)

    def __add__(self, other):
        other = self._tensor(other)
        return Tensor(self.data + other.data, [(self, lambda g: g), (other, lambda g: g)])

    def __mul__(self, other):
        other = self._tensor(other)
        back = [(self, lambda g: g * other.data), (other, lambda g: g * self.data)]
        return Tensor(self.data * other.data, back)

    __radd__ = __add__
    __rmul__ = __mul__

    def __matmul__(self, other):
        other = self._tensor(other)
        back = [(self, lambda g: g @ other.data.T), (other, lambda g: self.data.T @ g)]
        return Tensor(self.data @ other.data, back)

    def sum(self):
        return Tensor(self.data.sum(), [(self, lambda g: np.full(self.data.shape, g))])

    def relu(self):
        return Tensor(np.maximum(self.data, 0), [(self, lambda g: g * (self.data > 0))])

    def softmax_cross_entropy(self, y):
        e = np.exp(self.data - self.data.max(axis=0))
        a = e / e.sum(axis=0)
        return Tensor(-(y * np.log(a)).sum(axis=0), [(self, lambda g: (a - y) * g)])

    def backward(self):
        uses, found = {self: 0}, [self]
        for node in found:
            for parent, _ in node.parents:
                if parent not in uses:
                    uses[parent] = 0
                    found.append(parent)
                uses[parent] += 1
        self.grad = np.ones_like(self.data)
        ready = [self]
        for node in ready:
            for parent, back in node.parents:
                share = back(node.grad)
                while share.ndim > parent.data.ndim:
                    share = share.sum(axis=0)
                for axis, n in enumerate(parent.data.shape):
                    if n == 1:
                        share = share.sum(axis=axis, keepdims=True)
                parent.grad = parent.grad + share
                uses[parent] -= 1
                if uses[parent] == 0:
                    ready.append(parent)


def train(x, y, rng):
    sizes = [64, 32, 10]
    weights = [Tensor(rng.normal(size=(n, k)) * np.sqrt(2 / k)) for k, n in pairwise(sizes)]
    biases = [Tensor(np.zeros((n, 1))) for n in sizes[1:]]
    for _ in range(40):
        order = rng.permutation(x.shape[1])
        for start in range(0, len(order), 30):
            part = order[start : start + 30]
            hidden = (weights[0] @ Tensor(x[:, part]) + biases[0]).relu()
            scores = weights[1] @ hidden + biases[1]
            (scores.softmax_cross_entropy(y[:, part]) * (1 / len(part))).sum().backward()
            for parameter in (*weights, *biases):
                parameter.data = parameter.data - 0.3 * parameter.grad
                parameter.grad = np.zeros_like(parameter.data)
    return [w.data for w in weights], [b.data for b in biases]
