from backprop import Value

from diamond import diamond

u = Value(1)
v = diamond(u)
v.backward()
print(v.data, u.grad)
#> 6.0 8.0

u = Value(1)
v = diamond(u)
f = diamond(v)
f.backward()
print(f.data, v.grad, u.grad)
#> 96.0 28.0 224.0
print([branch.grad for branch, _ in v.parents])
#> [84.0, 56.0]
