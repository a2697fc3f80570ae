import numpy as np

from backprop import Network, sigmoid, sigmoid_prime


def backprop(weights, biases, x, y):
    a, zs = [x], []
    for w, b in zip(weights, biases, strict=True):
        zs.append(w @ a[-1] + b)
        a.append(sigmoid(zs[-1]))
    delta = (a[-1] - y) * sigmoid_prime(zs[-1])
    nabla_b, nabla_w = [delta], [delta @ a[-2].T]
    for k in range(len(weights) - 2, -1, -1):
        delta = (weights[k + 1].T @ delta) * sigmoid_prime(zs[k])
        nabla_b.insert(0, delta)
        nabla_w.insert(0, delta @ a[k].T)
    return nabla_b, nabla_w


net = Network([2, 5, 4, 3], rng=1)
x, y = np.array([[0.3], [-0.7]]), np.array([[1.0], [0], [0]])
ours = backprop(net.weights, net.biases, x, y)
for k in (0, 1):
    pairs = zip(ours[k], net.backprop(x, y)[k], strict=True)
    print([bool(np.allclose(a, b)) for a, b in pairs])
    #> [True, True, True]
    #> [True, True, True]
