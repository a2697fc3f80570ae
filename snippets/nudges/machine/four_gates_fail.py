from backprop import numerical_gradient

from four_gates import cube, reciprocal, root, square
from tape import Value

for gate in [square, cube, root, reciprocal]:
    u = Value(1)
    gate(u).backward()
    print(gate.__name__, "at 1:", u.grad)
    #> square at 1: 2
    #> cube at 1: 3
    #> root at 1: 0.5
    #> reciprocal at 1: -1.0

u, v = Value(3), Value(4)
s = square(u) + square(v)
r = root(s)
q = reciprocal(r)
f = u * q
f.backward()
print("tape:  ", round(u.grad, 4), round(v.grad, 4))
#> tape:   -1.6 -2.4


def judge(inputs):
    u, v = inputs
    return u / (u**2 + v**2) ** 0.5


measured = numerical_gradient(judge, [3, 4])
print("nudges:", round(measured[0], 4), round(measured[1], 4))
#> nudges: 0.128 -0.096
