from backprop import Network

for sizes in [[2, 3, 1], [64, 32, 10], [784, 100, 10]]:
    net = Network(sizes, rng=0)
    n = sum(array.size for array in [*net.weights, *net.biases])
    print(f"{sizes}: {n:,} slopes, {n**2:,} curvatures")
    #> [2, 3, 1]: 13 slopes, 169 curvatures
    #> [64, 32, 10]: 2,410 slopes, 5,808,100 curvatures
    #> [784, 100, 10]: 79,510 slopes, 6,321,840,100 curvatures
