import numpy as np

from backprop import Network, datasets

X, Y = datasets.twenty_points()
label = Y.argmax(axis=0)
print("start   epoch    cost    worst  right")
#> start   epoch    cost    worst  right
for start in ["random", "search"]:
    net = Network([2, 3], output="softmax", cost="cross_entropy")
    if start == "search":
        net.weights = [np.array([[-3, 3], [-0.4, -3], [0.5, 2.3]])]
        net.biases = [np.array([[-1.3], [-3], [-1.7]])]
    for epoch in range(5001):
        if epoch in [0, 100, 5000]:
            a = net.feedforward(X)
            right = (a.argmax(axis=0) == label).sum()
            worst = -np.log(a[Y == 1].min())
            costs = f"{net.cost(X, Y):.4f}  {worst:7.2f}"
            print(f"{start}  {epoch:5}  {costs}  {right} of 20")
            #> random      0  1.4271     3.11  8 of 20
            #> random    100  0.5323     1.37  13 of 20
            #> random   5000  0.4856     1.64  13 of 20
            #> search      0  0.5974     2.75  18 of 20
            #> search    100  0.5030     1.74  14 of 20
            #> search   5000  0.4856     1.64  13 of 20
        nabla_b, nabla_w = net.backprop(X, Y)
        net.weights = [net.weights[0] - 0.5 * nabla_w[0]]
        net.biases = [net.biases[0] - 0.5 * nabla_b[0]]
