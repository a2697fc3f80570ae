import numpy as np

from backprop import Network, sigmoid, sigmoid_prime


def backprop(weights, biases, x, y):
    activation, activations, zs = x, [x], []
    for w, b in zip(weights, biases, strict=True):
        zs.append(w @ activation + b)
        activation = sigmoid(zs[-1])
        activations.append(activation)

    nabla_b = [np.zeros_like(b) for b in biases]
    nabla_w = [np.zeros_like(w) for w in weights]
    delta = (activations[-1] - y) * sigmoid_prime(zs[-1])  # BP1
    nabla_b[-1] = delta  # BP3
    nabla_w[-1] = delta @ activations[-2].T  # BP4
    for k in range(2, len(weights) + 1):
        delta = (weights[-k + 1].T @ delta) * sigmoid_prime(zs[-k])  # BP2
        nabla_b[-k] = delta  # BP3
        nabla_w[-k] = delta @ activations[-k - 1].T  # BP4
    return nabla_b, nabla_w


net = Network([2, 5, 4, 3], rng=1)
x, y = np.array([[0.3], [-0.7]]), np.array([[1.0], [0], [0]])
nabla_b, nabla_w = net.backprop(x, y)
other_b, other_w = backprop(net.weights, net.biases, x, y)
for ours, other in [(nabla_b, other_b), (nabla_w, other_w)]:
    print([bool(np.allclose(a, b)) for a, b in zip(ours, other, strict=True)])
    #> [True, True, True]
    #> [True, True, True]
