from tape import Value, count_uses


def neuron(n):
    z = Value(1)
    for _ in range(n):
        z = z + Value(0.01) * Value(0.1)
    return z.sigmoid()


for n in [2, 10, 1000]:
    nodes = count_uses(neuron(n))
    gates = sum(len(node.parents) > 0 for node in nodes)
    inputs = len(nodes) - gates
    back = 2 * sum(len(node.parents) for node in nodes)
    print(f"{n:4}: forward {gates:5,}  back {back:5,}  nudging {2 * inputs * gates:9,}")
    #>    2: forward     5  back    18  nudging        50
    #>   10: forward    21  back    82  nudging       882
    #> 1000: forward 2,001  back 8,002  nudging 8,008,002
