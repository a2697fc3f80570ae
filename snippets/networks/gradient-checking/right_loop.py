import numpy as np

from backprop import sigmoid_prime

from network import net, x, y

zs, activations = net.forward_pass(x)
weights = dict(enumerate(net.weights, start=2))
last, m = len(net.sizes), x.shape[1]
nabla_b, nabla_w = [], []
for layer in range(last, 1, -1):
    slope = sigmoid_prime(zs[layer])
    if layer == last:
        delta = (activations[layer] - y) / m * slope
    else:
        back = weights[layer + 1].T @ delta
        delta = back * slope
    nabla_b.insert(0, delta.sum(axis=1, keepdims=True))
    nabla_w.insert(0, delta @ activations[layer - 1].T)
print(np.allclose(nabla_w[0], net.backprop(x, y)[1][0]))
#> True
