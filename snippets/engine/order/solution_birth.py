from itertools import count

numbers = count()


class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0
        self.born = next(numbers)

    def __add__(self, other):
        return Value(self.data + other.data, [(self, 1), (other, 1)])

    def __mul__(self, other):
        pairs = [(self, other.data), (other, self.data)]
        return Value(self.data * other.data, pairs)

    # --8<-- [start:shown]
    def backward(self):
        found = {self}
        todo = [self]
        for node in todo:  # the list grows while the loop runs
            new = {parent for parent, _ in node.parents} - found
            found |= new
            todo += new
        self.grad = 1
        for node in sorted(found, key=lambda node: -node.born):
            for parent, local in node.parents:
                parent.grad += local * node.grad


def diamond(u):
    return (Value(2) * u) * (u + Value(2))


u = Value(1)
v = diamond(u)
f = diamond(v)
f.backward()
print(v.grad, u.grad)
#> 28 224
# --8<-- [end:shown]
