from backprop import Value

from diamond import diamond
from recursive import go_back, in_order

u = Value(1)
v = diamond(u)
f = diamond(v)
order = in_order(f)
print([f"{node.data:g}" for node in order])
#> ['96', '8', '2', '12', '6', '3', '2', '2', '1', '2', '2']
go_back(f, order)
print(v.grad, u.grad)
#> 28.0 224.0
