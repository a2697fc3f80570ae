from tape import Value

a, b, c = Value(1), Value(-2), Value(-3)
d = a + b
e = d * c
f = e.sigmoid()
for _ in range(2):
    f.backward()
    print(" ".join(f"{node.grad:8.4f}" for node in [e, d, a]))
    #>   0.0452  -0.1355  -0.1355
    #>   0.0904  -0.4066  -0.5421
