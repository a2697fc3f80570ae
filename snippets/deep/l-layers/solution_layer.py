import numpy as np

from backprop import Network, sigmoid, sigmoid_prime, tanh, tanh_prime


class Layer:
    def __init__(self, W, b, g, g_prime):
        self.W, self.b, self.g, self.g_prime = W, b, g, g_prime

    def forward(self, A):
        self.A = A
        self.Z = self.W @ A + self.b
        return self.g(self.Z)

    def backward(self, dA):
        dZ = dA * self.g_prime(self.Z)
        self.dW = dZ @ self.A.T
        self.db = dZ.sum(axis=1, keepdims=True)
        return self.W.T @ dZ


rng = np.random.default_rng(0)
X, Y = rng.normal(size=(3, 6)), rng.integers(0, 2, size=(1, 6))
options = {"hidden": "tanh", "cost": "cross_entropy", "init": "xavier"}
net = Network([3, 4, 2, 1], **options)
functions = [(tanh, tanh_prime)] * 2 + [(sigmoid, sigmoid_prime)]
parts = zip(net.weights, net.biases, functions, strict=True)
layers = [Layer(W, b, g, g_prime) for W, b, (g, g_prime) in parts]

A = X
for layer in layers:
    A = layer.forward(A)
dA = -(Y / A - (1 - Y) / (1 - A)) / 6
for layer in reversed(layers):
    dA = layer.backward(dA)

_, nabla_w = net.backprop(X, Y)
for layer, right in zip(layers, nabla_w, strict=True):
    print(layer.dW.shape, np.allclose(layer.dW, right))
    #> (4, 3) True
    #> (2, 4) True
    #> (1, 2) True
