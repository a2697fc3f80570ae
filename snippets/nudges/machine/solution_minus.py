from backprop import numerical_gradient

from tape import Value


def minus(r, t):
    return Value(r.data - t.data, [(r, 1), (t, -1)])


def divided(r, t):
    pairs = [(r, 1 / t.data), (t, -r.data / t.data**2)]
    return Value(r.data / t.data, pairs)


r, t = Value(3), Value(2)
f = divided(minus(r, t), t)
f.backward()
print(f.data, r.grad, t.grad)
#> 0.5 0.5 -0.75


def judge(inputs):
    r, t = inputs
    return (r - t) / t


print(numerical_gradient(judge, [3, 2]).round(6))
#> [ 0.5  -0.75]
