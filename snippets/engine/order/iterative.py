from backprop import Value

from diamond import diamond
from recursive import go_back


def in_order(output):
    seen, order = set(), []
    todo = [(output, False)]
    while todo:
        node, parents_done = todo.pop()
        if parents_done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            todo.append((node, True))
            todo += [(parent, False) for parent, _ in node.parents]
    return order[::-1]


u = Value(1)
v = diamond(u)
f = diamond(v)
go_back(f, in_order(f))
print(v.grad, u.grad)
#> 28.0 224.0

x = y = Value(1)
for _ in range(100_000):
    y = -y
go_back(y, in_order(y))
print(x.grad)
#> 1.0
