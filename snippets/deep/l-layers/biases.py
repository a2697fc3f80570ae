import numpy as np

from backprop import numerical_gradient, sigmoid, tanh

from network import X, Y, net

_, W3, W4 = net.weights
_, b3, b4 = net.biases
zs, A = net.forward_pass(X)
dZ3 = (W4.T @ ((A[4] - Y) / 5)) * (1 - A[3] ** 2)


def cost(b):
    a = sigmoid(W4 @ tanh(W3 @ A[2] + b) + b4)
    return -np.mean(Y * np.log(a) + (1 - Y) * np.log(1 - a))


measured = numerical_gradient(cost, b3)
variants = {
    "sum(axis=1, keepdims=True)": dZ3.sum(axis=1, keepdims=True),
    "sum(axis=1)": dZ3.sum(axis=1),
    "sum()": dZ3.sum(),
    "mean(axis=1, keepdims=True)": dZ3.mean(axis=1, keepdims=True),
    "no sum": dZ3,
}
print("b3 before the step:", b3.shape)
#> b3 before the step: (2, 1)
for name, db3 in variants.items():
    after = (b3 - 0.1 * db3).shape
    fits = np.shape(db3) == b3.shape and np.allclose(db3, measured)
    print(f"{name:28} {after}  {'right' if fits else 'wrong'}")
    #> sum(axis=1, keepdims=True)   (2, 1)  right
    #> sum(axis=1)                  (2, 2)  wrong
    #> sum()                        (2, 1)  wrong
    #> mean(axis=1, keepdims=True)  (2, 1)  wrong
    #> no sum                       (2, 5)  wrong

one = tanh(W3 @ A[2][:, :1] + b3 - 0.1 * dZ3)  # no sum, one sample
print("answers to one sample:", sigmoid(W4 @ one + b4).size)
#> answers to one sample: 5
