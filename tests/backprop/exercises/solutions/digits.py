from itertools import pairwise

import numpy as np


def init(sizes, rng):
    pairs = list(pairwise(sizes))
    weights = [rng.normal(size=(n, k)) * np.sqrt(2 / k) for k, n in pairs]
    return weights, [np.zeros((n, 1)) for n in sizes[1:]]


def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)


def forward(weights, biases, x):
    activations = [x]
    for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
        z = w @ activations[-1] + b
        activations.append(np.maximum(z, 0) if k < len(weights) - 1 else softmax(z))
    return activations


def gradient(weights, biases, x, y):
    activations = forward(weights, biases, x)
    delta = (activations[-1] - y) / x.shape[1]
    nabla_b, nabla_w = [], []
    for k in range(len(weights) - 1, -1, -1):
        nabla_b.insert(0, delta.sum(axis=1, keepdims=True))
        nabla_w.insert(0, delta @ activations[k].T)
        if k:
            delta = (weights[k].T @ delta) * (activations[k] > 0)
    return nabla_b, nabla_w


def train(x, y, rng):
    weights, biases = init([64, 64, 32, 10], rng)
    parameters = biases + weights
    m = [0 * p for p in parameters]
    v = [0 * p for p in parameters]
    t = 0
    for _ in range(25):
        order = rng.permutation(x.shape[1])
        for start in range(0, len(order), 50):
            part = order[start : start + 50]
            nabla_b, nabla_w = gradient(weights, biases, x[:, part], y[:, part])
            t += 1
            for i, g in enumerate(nabla_b + nabla_w):
                m[i] = 0.9 * m[i] + 0.1 * g
                v[i] = 0.999 * v[i] + 0.001 * g**2
                step = m[i] / (1 - 0.9**t) / (np.sqrt(v[i] / (1 - 0.999**t)) + 1e-8)
                parameters[i] -= 0.003 * step
    return weights, biases
