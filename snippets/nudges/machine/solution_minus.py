from backprop import numerical_gradient

from tape import Value


def minus(u, v):
    return Value(u.data - v.data, [(u, 1), (v, -1)])


def divided(u, v):
    pairs = [(u, 1 / v.data), (v, -u.data / v.data**2)]
    return Value(u.data / v.data, pairs)


u, v = Value(3), Value(2)
f = divided(minus(u, v), v)
f.backward()
print(f.data, u.grad, v.grad)
#> 0.5 0.5 -0.75


def judge(inputs):
    u, v = inputs
    return (u - v) / v


print(numerical_gradient(judge, [3, 2]).round(6))
#> [ 0.5  -0.75]
