from backprop import Network

for hidden in ["sigmoid", "relu"]:
    net = Network([1] * 11, hidden=hidden, output="identity")
    net.weights = [[[1]]] * 10
    net.biases = [[[0]]] * 10
    nabla_b, _ = net.backprop([[1]], [[0]])
    last, first = nabla_b[-1][0, 0], nabla_b[0][0, 0]
    print(f"{hidden:7}  layer 11: {last:.4f}  layer 2: {first:.7f}")
    #> sigmoid  layer 11: 0.6590  layer 2: 0.0000008
    #> relu     layer 11: 1.0000  layer 2: 1.0000000
