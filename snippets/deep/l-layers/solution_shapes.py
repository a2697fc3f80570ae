from backprop import Network

sizes, m = [20, 10, 5, 1], 400
net = Network(sizes, hidden="relu", init="he")
print([array.size for array in net.weights], [array.size for array in net.biases])
#> [200, 50, 5] [10, 5, 1]
print(sum(array.size for array in net.weights + net.biases))
#> 271
print("dW2", net.weights[0].shape)
#> dW2 (10, 20)
print("db3", net.biases[1].shape)
#> db3 (5, 1)
print("dZ3", (sizes[2], m))
#> dZ3 (5, 400)
print("dA2", (sizes[1], m))
#> dA2 (10, 400)
