from backprop import sigmoid


class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.parents = parents
        self.grad = 0

    def __add__(self, other):
        pairs = [(self, 1), (other, 1)]
        return Value(self.data + other.data, pairs)

    def __mul__(self, other):
        pairs = [(self, other.data), (other, self.data)]
        return Value(self.data * other.data, pairs)

    def sigmoid(self):
        result = sigmoid(self.data)
        return Value(result, [(self, result * (1 - result))])

    # --8<-- [start:shown]
    def backward(self):
        uses = count_uses(self)
        self.grad = 1
        ready = [self]
        for node in ready:
            for parent, local in node.parents:
                parent.grad += local * node.grad
                uses[parent] -= 1
                if uses[parent] == 0:
                    ready.append(parent)

    # --8<-- [end:shown]


def count_uses(output):
    uses = {output: 0}
    found = [output]
    for node in found:
        for parent, _ in node.parents:
            if parent not in uses:
                uses[parent] = 0
                found.append(parent)
            uses[parent] += 1
    return uses
