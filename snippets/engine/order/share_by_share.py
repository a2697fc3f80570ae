from math import isclose

from backprop import Value

from diamond import diamond


def go_back(node, share):
    node.grad += share
    walked = 0
    for parent, local in node.parents:
        walked += 1 + go_back(parent, local * share)
    return walked


def wires(output):
    found = [output]
    for node in found:  # the list grows while the loop runs, which a list allows
        found += [p for p, _ in node.parents if p not in found]
    return sum(len(node.parents) for node in found)


for n in [1, 2, 3, 10, 15]:
    u = f = Value(-1.2)
    for _ in range(n):
        f = diamond(f)
    walked, by_shares = go_back(f, 1), u.grad
    f.zero_grad()
    f.backward()
    same = isclose(by_shares, u.grad, rel_tol=1e-9)
    print(f"{n:2} in a row: {walked:7,} steps, {wires(f):2} wires, equal {same}")
    #>  1 in a row:       6 steps,  6 wires, equal True
    #>  2 in a row:      18 steps, 12 wires, equal True
    #>  3 in a row:      42 steps, 18 wires, equal True
    #> 10 in a row:   6,138 steps, 60 wires, equal True
    #> 15 in a row: 196,602 steps, 90 wires, equal True
