from backprop import numerical_gradient

from gates import Value
from straight import go_back

u = Value(2)
v = u * u
s = Value(2) + v
f = s * v
f.grad = 1
go_back(f)
print("straight back:", u.grad)
#> straight back: 56


def judge(u):
    return (2 + u * u) * u * u


print(f"nudged:        {numerical_gradient(judge, 2):.4f}")
#> nudged:        40.0000
