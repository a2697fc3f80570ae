import numpy as np

from backprop import Network

redness = [1.6, 0.9, -0.3, 0.8, -0.4, -1.2]
firmness = [-0.5, -1.2, 1.8, -0.1, 0.9, 1.4]
X = np.array([redness, firmness])
ripe = np.array([1, 1, 1, 0, 0, 0])


def train(output, labels, eta):
    net = Network(
        [2, len(labels)],
        output=output,
        cost="cross_entropy",
        init="zeros",
    )
    for _ in range(50):
        nabla_b, nabla_w = net.backprop(X, labels)
        net.weights = [net.weights[0] - eta * nabla_w[0]]
        net.biases = [net.biases[0] - eta * nabla_b[0]]
    return net.feedforward(X)[0].round(4)


both = [ripe, 1 - ripe]
print("sigmoid, eta 0.5: ", train("sigmoid", [ripe], 0.5))
#> sigmoid, eta 0.5:  [0.853  0.6537 0.4136 0.6778 0.3343 0.157 ]
print("softmax, eta 0.5: ", train("softmax", both, 0.5))
#> softmax, eta 0.5:  [0.8889 0.5907 0.4639 0.6931 0.2992 0.1133]
print("softmax, eta 0.25:", train("softmax", both, 0.25))
#> softmax, eta 0.25: [0.853  0.6537 0.4136 0.6778 0.3343 0.157 ]
