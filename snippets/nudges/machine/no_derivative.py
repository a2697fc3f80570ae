from backprop import Value

a, b, c = Value(1), Value(-2), Value(-3)
f = ((a + b) * c).sigmoid()
f.backward()

print(f"f = {f.data:.4f}")
#> f = 0.9526
print(f"{a.grad:.7f}, {b.grad:.7f}, {c.grad:.7f}")
#> -0.1355300, -0.1355300, -0.0451767
