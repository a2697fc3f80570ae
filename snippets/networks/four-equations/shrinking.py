from backprop import Network

net = Network([1] * 11)
net.weights = [[[1]]] * 10
net.biases = [[[0]]] * 10
nabla_b, _ = net.backprop([[1]], [[0]])
for layer in [11, 9, 7, 5, 3, 2]:
    print(layer, f"{nabla_b[layer - 2][0, 0]:.9f}")
    #> 11 0.148090519
    #> 9 0.007477366
    #> 7 0.000377521
    #> 5 0.000019035
    #> 3 0.000000933
    #> 2 0.000000184
print(f"{nabla_b[9][0, 0] / nabla_b[0][0, 0]:,.0f} times smaller")
#> 806,905 times smaller
