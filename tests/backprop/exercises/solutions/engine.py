import math


class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.parents = parents
        self.grad = 0

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, [(self, 1), (other, 1)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    __radd__ = __add__
    __rmul__ = __mul__

    def __pow__(self, n):
        return Value(self.data**n, [(self, n * self.data ** (n - 1))])

    def exp(self):
        a = math.exp(self.data)
        return Value(a, [(self, a)])

    def tanh(self):
        a = math.tanh(self.data)
        return Value(a, [(self, 1 - a * a)])

    def backward(self):
        uses = {self: 0}
        found = [self]
        for node in found:
            for parent, _ in node.parents:
                if parent not in uses:
                    uses[parent] = 0
                    found.append(parent)
                uses[parent] += 1
        self.grad = 1
        ready = [self]
        for node in ready:
            for parent, local in node.parents:
                parent.grad += local * node.grad
                uses[parent] -= 1
                if uses[parent] == 0:
                    ready.append(parent)
