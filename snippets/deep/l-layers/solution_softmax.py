import numpy as np

from backprop import Network, tanh_prime

rng = np.random.default_rng(0)
X, Y = rng.normal(size=(3, 6)), np.eye(4)[:, rng.integers(0, 4, size=6)]
net = Network(
    [3, 5, 2, 4],
    hidden="tanh",
    output="softmax",
    cost="cross_entropy",
    init="xavier",
)
W2, W3, W4 = net.weights
Z, A = net.forward_pass(X)

dZ4 = (A[4] - Y) / 6
dZ3 = (W4.T @ dZ4) * tanh_prime(Z[3])
dZ2 = (W3.T @ dZ3) * tanh_prime(Z[2])
dW = [dZ2 @ A[1].T, dZ3 @ A[2].T, dZ4 @ A[3].T]

_, nabla_w = net.backprop(X, Y)
print([bool(np.allclose(p, q)) for p, q in zip(dW, nabla_w, strict=True)])
#> [True, True, True]
