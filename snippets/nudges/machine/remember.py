class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.parents = parents

    def __add__(self, other):
        return Value(self.data + other.data, [self, other])


a, b = Value(1), Value(-2)
d = a + b
print(d.data)
#> -1
print([parent.data for parent in d.parents])
#> [1, -2]
print(d.parents[0] is a)
#> True
