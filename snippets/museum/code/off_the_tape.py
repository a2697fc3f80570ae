from math import tanh

from backprop import Value


def forgotten(value):
    return Value(tanh(value.data))  # the right number, without its past


def remembered(value):
    return value.tanh()


def cost(squash, first, second):
    return second * squash(first * Value(2.0))


for squash in [forgotten, remembered]:
    first, second = Value(0.3), Value(0.7)
    output = cost(squash, first, second)
    output.backward()
    print(f"{squash.__name__}: {output.data:.4f}, {second.grad:.4f}, {first.grad:.4f}")
    #> forgotten: 0.3759, 0.5370, 0.0000
    #> remembered: 0.3759, 0.5370, 0.9962

h = 1e-6
up = cost(remembered, Value(0.3 + h), Value(0.7)).data
down = cost(remembered, Value(0.3 - h), Value(0.7)).data
print(f"measured for the first: {(up - down) / (2 * h):.4f}")
#> measured for the first: 0.9962
