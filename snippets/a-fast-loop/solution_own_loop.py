import numpy as np

from backprop import Network, datasets

x, y = datasets.digits()
size, eta = 10, 0.5
shapes = [(30, 64), (10, 30), (30, 1), (10, 1)]  # W2, W3, b2, b3


def flat(arrays):
    return np.concatenate([array.ravel() for array in arrays])


def views(vector):
    ends = np.cumsum([rows * columns for rows, columns in shapes])
    pieces = zip(np.split(vector, ends[:-1]), shapes, strict=True)
    return [piece.reshape(shape) for piece, shape in pieces]


plain = Network([64, 30, 10], cost="cross_entropy", rng=0)
theta = flat(plain.weights + plain.biases)
nabla = np.empty_like(theta)
W2, W3, b2, b3 = views(theta)
nabla_w2, nabla_w3, nabla_b2, nabla_b3 = views(nabla)
a2, slope, delta2, a3 = (np.empty((n, size)) for n in [30, 30, 30, 10])


def forward(w, b, below, a):
    np.dot(w, below, out=a)
    a += b
    np.negative(a, out=a)
    np.exp(a, out=a)
    a += 1
    np.reciprocal(a, out=a)  # the sigmoid


def backward(delta, below, nabla_w, nabla_b):
    np.dot(delta, below.T, out=nabla_w)
    np.sum(delta, axis=1, keepdims=True, out=nabla_b)


def step(x, y):
    forward(W2, b2, x, a2)
    forward(W3, b3, a2, a3)
    np.subtract(a3, y, out=a3)  # BP1: from here on this is the error
    np.multiply(a2, a2, out=slope)
    np.subtract(a2, slope, out=slope)
    np.dot(W3.T, a3, out=delta2)
    np.multiply(delta2, slope, out=delta2)
    backward(a3, a2, nabla_w3, nabla_b3)
    backward(delta2, x, nabla_w2, nabla_b2)
    np.multiply(nabla, eta / size, out=nabla)
    np.subtract(theta, nabla, out=theta)  # all layers at once


for start in range(0, 1000, size):
    batch = x[:, start : start + size], y[:, start : start + size]
    step(*batch)
    nabla_b, nabla_w = plain.backprop(*batch)
    for array, gradient in zip(plain.weights, nabla_w, strict=True):
        array -= eta * gradient
    for array, gradient in zip(plain.biases, nabla_b, strict=True):
        array -= eta * gradient
print("the same weights:", np.allclose(theta, flat(plain.weights + plain.biases)))
#> the same weights: True
