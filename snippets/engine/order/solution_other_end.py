from backprop import Value

from diamond import diamond


def in_order(node, found):
    if node not in found:
        for parent, _ in node.parents:
            in_order(parent, found)
        found.append(node)
    return found


u = Value(1)
f = diamond(diamond(u))
forward = {u: 1.0}
for node in in_order(f, []):
    if node.parents:
        shares = [local * forward.get(parent, 0) for parent, local in node.parents]
        forward[node] = sum(shares)
f.backward()
print(f"forward: {forward[f]:.0f}, known for {len(forward)} values")
#> forward: 224, known for 7 values
print(f"back: {u.grad:.0f}")
#> back: 224
