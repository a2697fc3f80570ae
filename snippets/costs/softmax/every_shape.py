import numpy as np

from backprop import Network, datasets, softmax, tanh, tanh_prime

X, Y = datasets.twenty_points()

net = Network([2, 4, 4, 3], hidden="tanh", output="softmax", cost="cross_entropy")
W2, W3, W4 = net.weights
b2, b3, b4 = net.biases

z2 = W2 @ X + b2
a2 = tanh(z2)
z3 = W3 @ a2 + b3
a3 = tanh(z3)
z4 = W4 @ a3 + b4
a4 = softmax(z4)

delta4 = (a4 - Y) / 20
delta3 = (W4.T @ delta4) * tanh_prime(z3)
delta2 = (W3.T @ delta3) * tanh_prime(z2)

nabla_b, nabla_w = net.backprop(X, Y)
print("layer W b a delta dC/dW dC/db")
#> layer W b a delta dC/dW dC/db
layers = [
    (2, W2, b2, a2, delta2, X),
    (3, W3, b3, a3, delta3, a2),
    (4, W4, b4, a4, delta4, a3),
]
for layer, W, b, a, delta, before in layers:
    grad_w = delta @ before.T
    grad_b = delta.sum(axis=1, keepdims=True)
    assert np.allclose(grad_w, nabla_w[layer - 2])
    assert np.allclose(grad_b, nabla_b[layer - 2])
    print(layer, W.shape, b.shape, a.shape, delta.shape, grad_w.shape, grad_b.shape)
    #> 2 (4, 2) (4, 1) (4, 20) (4, 20) (4, 2) (4, 1)
    #> 3 (4, 4) (4, 1) (4, 20) (4, 20) (4, 4) (4, 1)
    #> 4 (3, 4) (3, 1) (3, 20) (3, 20) (3, 4) (3, 1)
