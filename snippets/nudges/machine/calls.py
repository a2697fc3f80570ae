from gates import Value

a, b, c = Value(1), Value(-2), Value(-3)
d = a + b
e = d * c
f = e.sigmoid()
names = {a: "a", b: "b", c: "c", d: "d", e: "e", f: "f"}


def go_back(node, indent):
    print(f"{indent}{names[node]} has {node.grad:.4f}")
    #> f has 1.0000
    #>     e has 0.0452
    #>         d has -0.1355
    #>             a has -0.1355
    #>             b has -0.1355
    #>         c has -0.0452
    for parent, local in node.parents:
        parent.grad += local * node.grad
        go_back(parent, indent + "    ")


f.grad = 1
go_back(f, "")
