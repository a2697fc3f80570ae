from backprop import sigmoid_prime

from gates import Value
from straight import go_back

u = Value(2)
v = u.sigmoid()
f = Value(0) * v + v
f.grad = 1
go_back(f)
print(f"straight back {u.grad:.4f}, right is {sigmoid_prime(2):.4f}")
#> straight back 0.1050, right is 0.1050
