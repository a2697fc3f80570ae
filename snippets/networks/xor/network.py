"""The program in pieces: a start, a walk forward, and a step."""

import numpy as np

from backprop import datasets, sigmoid

x, y = datasets.xor()


def start(seed=5):
    rng = np.random.default_rng(seed)
    W2, b2 = rng.normal(size=(3, 2)), np.zeros((3, 1))
    W3, b3 = rng.normal(size=(1, 3)), np.zeros((1, 1))
    return W2, b2, W3, b3


def forward(x, W2, b2, W3, b3):
    a2 = sigmoid(W2 @ x + b2)
    return a2, sigmoid(W3 @ a2 + b3)


def step(W2, b2, W3, b3, eta=0.1):
    a2, a3 = forward(x, W2, b2, W3, b3)
    delta3 = (a3 - y) * a3 * (1 - a3)
    delta2 = (W3.T @ delta3) * a2 * (1 - a2)
    W3 -= eta * delta3 @ a2.T
    b3 -= eta * delta3.sum(axis=1, keepdims=True)
    W2 -= eta * delta2 @ x.T
    b2 -= eta * delta2.sum(axis=1, keepdims=True)
