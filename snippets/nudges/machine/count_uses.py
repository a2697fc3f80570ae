from gates import Value


def count_uses(output):
    uses = {output: 0}
    found = [output]
    for node in found:
        for parent, _ in node.parents:
            if parent not in uses:
                uses[parent] = 0
                found.append(parent)
            uses[parent] += 1
    return uses


u = Value(2)
v = u * u
s = Value(2) + v
f = s * v
uses = count_uses(f)
print("f:", uses[f], " s:", uses[s], " v:", uses[v], " u:", uses[u])
#> f: 0  s: 1  v: 2  u: 2
