from backprop import numerical_gradient

from four_gates import reciprocal, root, square
from tape import Value


def circuit(root):
    u, v = Value(3), Value(4)
    s = square(u) + square(v)
    r = root(s)
    q = reciprocal(r)
    f = u * q
    f.backward()
    return {"u": u, "v": v, "s": s, "r": r, "q": q}


def from_q(q):
    return 3 * q


def from_r(r):
    return from_q(1 / r)


def from_s(s):
    return from_r(s**0.5)


wires = circuit(root)
for name, rest in [("q", from_q), ("r", from_r), ("s", from_s)]:
    measured = numerical_gradient(rest, wires[name].data)
    print(f"{name}: tape {wires[name].grad:.4f}, nudges {measured:.4f}")
    #> q: tape 3.0000, nudges 3.0000
    #> r: tape -0.1200, nudges -0.1200
    #> s: tape -0.3000, nudges -0.0120


def mended(u):
    result = u.data**0.5
    return Value(result, [(u, 1 / (2 * result))])


wires = circuit(mended)
print("mended:", round(wires["u"].grad, 4), round(wires["v"].grad, 4))
#> mended: 0.128 -0.096
