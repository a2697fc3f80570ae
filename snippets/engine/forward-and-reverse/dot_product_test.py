from dual import Dual

from backprop import Value


def outputs(u, v):
    return [u * v, u + v, u * u]


directions = [0.3, -0.8]
weights = [1.5, -2.0, 0.7]

moved = [Dual(x, dot) for x, dot in zip([2, 3], directions, strict=True)]
forward = sum(w * out.dot for w, out in zip(weights, outputs(*moved), strict=True))

u, v = Value(2), Value(3)
f = sum(w * out for w, out in zip(weights, outputs(u, v), strict=True))
f.backward()
back = directions[0] * u.grad + directions[1] * v.grad

print(f"forward {forward:.6f}, back {back:.6f}")
#> forward 0.790000, back 0.790000
