from backprop import Network

for sizes in [[2, 3, 1], [64, 32, 10], [784, 100, 10]]:
    net = Network(sizes, rng=0)
    n = sum(array.size for array in [*net.weights, *net.biases])
    size = f"{8 * n**2 / 1e6:,.3f} megabytes"
    print(f"{n:,} slopes, {n**2:,} curvatures, {size}")
    #> 13 slopes, 169 curvatures, 0.001 megabytes
    #> 2,410 slopes, 5,808,100 curvatures, 46.465 megabytes
    #> 79,510 slopes, 6,321,840,100 curvatures, 50,574.721 megabytes
