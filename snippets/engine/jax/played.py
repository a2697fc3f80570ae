from backprop import Tensor, Value

from player import play
from tracer import trace


def circuit(a, b, c):
    return ((a + b) * c).sigmoid()


lines = trace(circuit, "a", "b", "c")
a, b, c = Value(1), Value(-2), Value(-3)
f = play(lines, a=a, b=b, c=c)
f.backward()
print(f"one number each: {f.data:.4f}, back to a: {a.grad:.4f}")
#> one number each: 0.9526, back to a: -0.1355

many = Tensor([1, 0, 3, 1])
out = play(lines, a=many, b=Tensor([-2, -2, -2, 0]), c=Tensor([-3, -3, -3, -3]))
out.sum().backward()
print("four circuits at once:", out.data.round(4))
#> four circuits at once: [0.9526 0.9975 0.0474 0.0474]
print("back to each a:       ", many.grad.round(4))
#> back to each a:        [-0.1355 -0.0074 -0.1355 -0.1355]
