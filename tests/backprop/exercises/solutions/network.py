import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def slope(z):
    return sigmoid(z) * (1 - sigmoid(z))


def forward(weights, biases, x):
    activations = [x]
    for w, b in zip(weights, biases, strict=True):
        activations.append(sigmoid(w @ activations[-1] + b))
    return activations


def cost(weights, biases, x, y):
    return ((forward(weights, biases, x)[-1] - y) ** 2).sum() / (2 * x.shape[1])


def output_error(z, y):
    return (sigmoid(z) - y) * slope(z)


def hidden_error(W_next, delta_next, z):  # noqa: N803 (as the book calls it)
    return (W_next.T @ delta_next) * slope(z)


def bias_gradient(delta):
    return delta.mean(axis=1, keepdims=True)


def weight_gradient(delta, a):
    return delta @ a.T / a.shape[1]


def gradient(weights, biases, x, y):
    activations = forward(weights, biases, x)
    zs = [w @ a + b for w, b, a in zip(weights, biases, activations, strict=False)]
    delta = output_error(zs[-1], y)
    nabla_b, nabla_w = [], []
    for k in range(len(weights) - 1, -1, -1):
        nabla_b.insert(0, bias_gradient(delta))
        nabla_w.insert(0, weight_gradient(delta, activations[k]))
        if k:
            delta = hidden_error(weights[k], delta, zs[k - 1])
    return nabla_b, nabla_w


def train(x, y, rng):
    weights = [rng.normal(size=(4, 2)), rng.normal(size=(1, 4))]
    biases = [rng.normal(size=(4, 1)), rng.normal(size=(1, 1))]
    for _ in range(3000):
        nabla_b, nabla_w = gradient(weights, biases, x, y)
        weights = [w - 5 * nabla for w, nabla in zip(weights, nabla_w, strict=True)]
        biases = [b - 5 * nabla for b, nabla in zip(biases, nabla_b, strict=True)]
    return weights, biases
