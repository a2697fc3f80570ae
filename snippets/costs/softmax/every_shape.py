import numpy as np

from backprop import Network, datasets, softmax, tanh, tanh_prime

X, Y = datasets.twenty_points()

net = Network([2, 4, 4, 3], hidden="tanh", output="softmax", cost="cross_entropy")
W2, W3, W4 = net.weights
b2, b3, b4 = net.biases

Z2 = W2 @ X + b2
A2 = tanh(Z2)
Z3 = W3 @ A2 + b3
A3 = tanh(Z3)
Z4 = W4 @ A3 + b4
A4 = softmax(Z4)

D4 = (A4 - Y) / 20
D3 = (W4.T @ D4) * tanh_prime(Z3)
D2 = (W3.T @ D3) * tanh_prime(Z2)

nabla_b, nabla_w = net.backprop(X, Y)
print("layer W b a delta dC/dW dC/db")
#> layer W b a delta dC/dW dC/db
layers = [
    (2, W2, b2, A2, D2, X),
    (3, W3, b3, A3, D3, A2),
    (4, W4, b4, A4, D4, A3),
]
for layer, W, b, A, D, before in layers:
    grad_w = D @ before.T
    grad_b = D.sum(axis=1, keepdims=True)
    assert np.allclose(grad_w, nabla_w[layer - 2])
    assert np.allclose(grad_b, nabla_b[layer - 2])
    print(layer, W.shape, b.shape, A.shape, D.shape, grad_w.shape, grad_b.shape)
    #> 2 (4, 2) (4, 1) (4, 20) (4, 20) (4, 2) (4, 1)
    #> 3 (4, 4) (4, 1) (4, 20) (4, 20) (4, 4) (4, 1)
    #> 4 (3, 4) (3, 1) (3, 20) (3, 20) (3, 4) (3, 1)
