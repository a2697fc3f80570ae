from tape import Value, count_uses

x = Value(3)
q = x * x
p = q * x
f = p + q
uses = count_uses(f)
print({name: uses[node] for name, node in [("f", f), ("p", p), ("q", q), ("x", x)]})
#> {'f': 0, 'p': 1, 'q': 2, 'x': 3}
f.backward()
print(f.grad, p.grad, q.grad, x.grad)
#> 1 1 4 33
