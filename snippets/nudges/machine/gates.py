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
