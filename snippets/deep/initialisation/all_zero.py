from backprop import Network

x = [[0, 0, 1, 1], [0, 1, 0, 1]]
y = [[0, 1, 1, 1]]  # 1 if at least one input is 1
for hidden in ["tanh", "relu"]:
    net = Network([2, 3, 1], hidden=hidden, cost="cross_entropy", init="zeros")
    for _ in range(1000):
        nabla_b, nabla_w = net.backprop(x, y)
        net.weights = [w - 0.5 * g for w, g in zip(net.weights, nabla_w, strict=True)]
        net.biases = [b - 0.5 * g for b, g in zip(net.biases, nabla_b, strict=True)]
    weights, biases = net.weights, net.biases
    print(hidden, weights[0].tolist(), weights[1].tolist(), biases[1].round(4).tolist())
    #> tanh [[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]] [[0.0, 0.0, 0.0]] [[1.0986]]
    #> relu [[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]] [[0.0, 0.0, 0.0]] [[1.0986]]
print("outputs", net.feedforward(x).round(4).tolist())
#> outputs [[0.75, 0.75, 0.75, 0.75]]
