from tape import Value, count_uses


def neuron(n):
    z = Value(1)
    for _ in range(n):
        z = z + Value(0.01) * Value(0.1)
    return z.sigmoid()


print("   n  forward   back    nudging")
#>    n  forward   back    nudging
for n in [2, 10, 1000]:
    nodes = count_uses(neuron(n))
    gates = sum(len(node.parents) > 0 for node in nodes)
    inputs = len(nodes) - gates
    back = 2 * sum(len(node.parents) for node in nodes) + 2  # the slope
    print(f"{n:4}  {gates:7,}  {back:5,}  {2 * inputs * gates:9,}")
    #>    2        5     20         50
    #>   10       21     84        882
    #> 1000    2,001  8,004  8,008,002
