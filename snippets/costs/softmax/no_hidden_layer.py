from backprop import Network, datasets

X, Y = datasets.twenty_points()
label = Y.argmax(axis=0)

net = Network([2, 3], output="softmax", cost="cross_entropy")
for _ in range(5000):
    nabla_b, nabla_w = net.backprop(X, Y)
    net.weights = [net.weights[0] - 0.5 * nabla_w[0]]
    net.biases = [net.biases[0] - 0.5 * nabla_b[0]]

right = (net.feedforward(X).argmax(axis=0) == label).sum()
print(f"cost {net.cost(X, Y):.4f}, {right} of 20 right")
#> cost 0.4856, 13 of 20 right
