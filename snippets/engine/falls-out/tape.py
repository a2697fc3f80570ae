from backprop import Tensor

from network import L, m, net, x, y

W = {layer: Tensor(w) for layer, w in enumerate(net.weights, start=2)}
b = {layer: Tensor(c) for layer, c in enumerate(net.biases, start=2)}

a, p, z = {1: x}, {}, {}
for layer in range(2, L + 1):
    p[layer] = W[layer] @ a[layer - 1]
    z[layer] = p[layer] + b[layer]
    a[layer] = z[layer].sigmoid()
cost = ((a[L] - y) ** 2).sum() / (2 * m)
cost.backward()
