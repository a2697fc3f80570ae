from gates import Value

arrivals = {}


def go_back(node, share):
    node.grad += share
    arrivals[node] = arrivals.get(node, 0) + 1
    for parent, local in node.parents:
        go_back(parent, local * share)


for gates in [1, 2, 3, 10]:
    u = f = Value(1)
    for _ in range(gates):
        f = f * f
    go_back(f, 1)
    print(f"{gates:2} gates: derivative {u.grad}, arrivals {arrivals[u]}")
    #>  1 gates: derivative 2, arrivals 2
    #>  2 gates: derivative 4, arrivals 4
    #>  3 gates: derivative 8, arrivals 8
    #> 10 gates: derivative 1024, arrivals 1024
print(f"20 gates: {2**20:,} arrivals")
#> 20 gates: 1,048,576 arrivals
