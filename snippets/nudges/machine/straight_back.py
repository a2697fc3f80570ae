from gates import Value
from straight import go_back

a, b, c = Value(1), Value(-2), Value(-3)
f = ((a + b) * c).sigmoid()

f.grad = 1
go_back(f)
print(f"{a.grad:.7f}, {b.grad:.7f}, {c.grad:.7f}")
#> -0.1355300, -0.1355300, -0.0451767
