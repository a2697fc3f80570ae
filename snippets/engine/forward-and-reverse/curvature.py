from dual import Dual

from backprop import Value

u, v = Value(2), Value(3)
x, y = Dual(u, 1), Dual(v, -1)
f = x * x * y
f.dot.backward()
print(f"slope in this direction: {f.dot.data:.0f}")
#> slope in this direction: 8
print(f"how the gradient changes: [{u.grad:.0f}, {v.grad:.0f}]")
#> how the gradient changes: [2, 4]
