import numpy as np

from backprop import Network

rng = np.random.default_rng(0)
X, Y = rng.normal(size=(2, 6)), rng.integers(0, 2, size=(1, 6))
m = 6
options = {"hidden": "tanh", "cost": "cross_entropy", "init": "xavier"}
net = Network([2, 4, 1], **options)
_, W2 = net.weights
A0, A1, A2 = net.forward_pass(X)[1].values()

dZ2 = A2 - Y
dW2 = 1 / m * np.dot(dZ2, A1.T)
dZ1 = np.dot(W2.T, dZ2) * (1 - np.power(A1, 2))
dW1 = 1 / m * np.dot(dZ1, A0.T)

_, nabla_w = net.backprop(X, Y)
print(np.allclose(dW1, nabla_w[0]), np.allclose(dW2, nabla_w[1]))
#> True True
