from tape import Value

u = Value(2)
v = u * u
s = Value(2) + v
f = s * v
f.backward()
print(f.data, s.data, v.data, u.data)
#> 24 6 4 2
print(f.grad, s.grad, v.grad, u.grad)
#> 1 4 10 40
