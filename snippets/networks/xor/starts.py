"""The program for many starts at once, in rows: each array has one more axis."""

import numpy as np

from backprop import sigmoid

X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
Y = np.array([[0], [1], [1], [0]])


def drawn(seeds, hidden):
    """Draw the weights of one network for each seed."""
    draws = [np.random.RandomState(seed) for seed in seeds]
    W2 = np.array([draw.normal(size=(2, hidden)) for draw in draws])
    W3 = np.array([draw.normal(size=(hidden, 1)) for draw in draws])
    return W2, np.zeros((len(W2), 1, hidden)), W3, np.zeros((len(W2), 1, 1))


def answers(W2, b2, W3, b3):
    return sigmoid(sigmoid(X @ W2 + b2) @ W3 + b3)


def train(W2, b2, W3, b3, epochs, eta=0.1):
    for _ in range(epochs):
        A2 = sigmoid(X @ W2 + b2)
        A3 = sigmoid(A2 @ W3 + b3)
        D3 = (A3 - Y) * A3 * (1 - A3)
        D2 = (D3 @ W3.mT) * A2 * (1 - A2)
        W3 -= eta * A2.mT @ D3
        b3 -= eta * D3.sum(axis=1, keepdims=True)
        W2 -= eta * X.T @ D2
        b2 -= eta * D2.sum(axis=1, keepdims=True)


def judged(A3):
    """The loss of each network, and whether it has all four answers right."""
    loss = np.mean((Y - A3) ** 2, axis=(1, 2))
    return loss, np.all((A3 > 0.5) == Y, axis=(1, 2))
