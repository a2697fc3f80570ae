from backprop import Network

net = Network([1] * 11)
errors = []
for weight, bias, x in [(1, 0, 1), (16, -8, 0.5)]:
    net.weights = [[[weight]]] * 10
    net.biases = [[[bias]]] * 10
    nabla_b, _ = net.backprop([[x]], [[0]])
    errors.append([nabla.item() for nabla in nabla_b])
small, large = errors
for layer in [11, 9, 7, 5, 3, 2]:
    print(f"{layer:2}  {small[layer - 2]:.9f}  {large[layer - 2]:9.3f}")
    #> 11  0.148090519      0.125
    #>  9  0.007477366      2.000
    #>  7  0.000377521     32.000
    #>  5  0.000019035    512.000
    #>  3  0.000000933   8192.000
    #>  2  0.000000184  32768.000
print(f"{small[9] / small[0]:,.0f} times smaller, {large[0] / large[9]:,.0f} larger")
#> 806,905 times smaller, 262,144 larger
