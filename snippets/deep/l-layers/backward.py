import numpy as np

from backprop import Network, tanh_prime

rng = np.random.default_rng(3)
X = rng.normal(size=(3, 5))
Y = np.array([[1, 0, 1, 1, 0]])
m = 5
options = {"hidden": "tanh", "cost": "cross_entropy", "init": "xavier"}
net = Network([3, 4, 2, 1], **options)
_, W3, W4 = net.weights
zs, activations = net.forward_pass(X)
Z2, Z3, Z4 = zs.values()
A1, A2, A3, A4 = activations.values()

dZ4 = (A4 - Y) / m
dW4 = dZ4 @ A3.T
db4 = dZ4.sum(axis=1, keepdims=True)

dA3 = W4.T @ dZ4
dZ3 = dA3 * tanh_prime(Z3)
dW3 = dZ3 @ A2.T
db3 = dZ3.sum(axis=1, keepdims=True)

dA2 = W3.T @ dZ3
dZ2 = dA2 * tanh_prime(Z2)
dW2 = dZ2 @ A1.T
db2 = dZ2.sum(axis=1, keepdims=True)

print("dZ", dZ2.shape, dZ3.shape, dZ4.shape)
#> dZ (4, 5) (2, 5) (1, 5)
print("dW", dW2.shape, dW3.shape, dW4.shape)
#> dW (4, 3) (2, 4) (1, 2)
print("db", db2.shape, db3.shape, db4.shape)
#> db (4, 1) (2, 1) (1, 1)
print(f"dW2, second row, first column: {dW2[1, 0]:.5f}")
#> dW2, second row, first column: 0.08663
