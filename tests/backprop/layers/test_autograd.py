"""Whole models against autograd, which differentiates programs: they are written anew, samples first."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from autograd.scipy.special import erf

from backprop import (
    LSTM,
    Activation,
    BatchNorm,
    Conv2d,
    Dense,
    Embedding,
    Flatten,
    MaxPool2d,
    Model,
    Pick,
    Positions,
    RMSNorm,
    TransformerBlock,
)

from .oracles import drawn


def cross_entropy(rows, y):
    """The mean over rows of −log softmax at the target."""
    shifted = rows - anp.max(rows, axis=1, keepdims=True)
    logs = shifted - anp.log(anp.sum(anp.exp(shifted), axis=1, keepdims=True))
    return -anp.mean(anp.sum(logs * y, axis=1))


def assert_same(model, x, y, cost):
    """Compare cost and all gradients of a model with those of a program in autograd."""
    parameters = {name: array.copy() for name, array in model.parameters.items()}
    assert model.cost(x, y, training=True) == pytest.approx(cost(parameters), rel=1e-10)
    expected, found = grad(cost)(parameters), model.backprop(x, y)
    assert list(found) == list(expected)
    for name, gradient in found.items():
        np.testing.assert_allclose(gradient, expected[name], rtol=1e-8, atol=1e-11, err_msg=name)


def test_a_convolutional_network():
    rng = np.random.default_rng(0)
    layers = [Conv2d(2, 3, (3, 2), stride=(1, 2), padding=(1, 0)), BatchNorm(3), Activation("gelu")]
    model = Model([*layers, MaxPool2d(2), Flatten(), Dense(6, 4)], "softmax", "cross_entropy")
    drawn(model.body)
    x, y = rng.normal(size=(2, 4, 5, 6)), np.eye(4)[:, rng.integers(4, size=6)]

    def cost(p):
        images = anp.transpose(np.pad(x, ((0, 0), (1, 1), (0, 0), (0, 0))), (3, 0, 1, 2))
        maps = anp.stack(
            [
                anp.stack(
                    [
                        anp.tensordot(
                            images[:, :, i : i + 3, 2 * j : 2 * j + 2], p["0.w"], [[1, 2, 3], [1, 2, 3]]
                        )
                        for j in range(2)
                    ],
                    axis=2,
                )
                for i in range(4)
            ],
            axis=2,
        )  # (m, channels, 4, 2)
        maps = maps + p["0.b"].reshape(1, 3, 1, 1)
        mean = anp.mean(maps, axis=(0, 2, 3), keepdims=True)
        variance = anp.mean((maps - mean) ** 2, axis=(0, 2, 3), keepdims=True)
        maps = (maps - mean) / anp.sqrt(variance + 1e-5)
        maps = maps * p["1.gamma"].reshape(1, 3, 1, 1) + p["1.beta"].reshape(1, 3, 1, 1)
        maps = maps * (1 + erf(maps / np.sqrt(2))) / 2
        pooled = anp.max(anp.max(anp.reshape(maps, (6, 3, 2, 2, 1, 2)), axis=5), axis=3)
        return cross_entropy(anp.reshape(pooled, (6, 6)) @ p["5.w"].T + p["5.b"].T, y.T)

    assert_same(model, x, y, cost)


def test_a_memory_of_a_sequence_of_words():
    rng = np.random.default_rng(0)
    model = Model([Embedding(5, 3), LSTM(3, 4), Pick(-1), Dense(4, 2)], "softmax", "cross_entropy")
    drawn(model.body)
    x, y = rng.integers(5, size=(6, 4)), np.eye(2)[:, rng.integers(2, size=4)]

    def sigma(z):
        return 1 / (1 + anp.exp(-z))

    def cost(p):
        h = c = np.zeros((4, 4))
        for moment in x:
            z = p["0.w"].T[moment] @ p["1.w_x"].T + h @ p["1.w_h"].T + p["1.b"].T
            i, f, g, o = z[:, :4], z[:, 4:8], z[:, 8:12], z[:, 12:]
            c = sigma(f) * c + sigma(i) * anp.tanh(g)
            h = sigma(o) * anp.tanh(c)
        return cross_entropy(h @ p["3.w"].T + p["3.b"].T, y.T)

    assert_same(model, x, y, cost)


def test_a_transformer():
    rng = np.random.default_rng(0)
    n, heads, t, m = 6, 2, 4, 3
    blocks = [
        TransformerBlock(n, heads, n_hidden=5, causal=True, norm=norm, activation="silu")
        for norm in ("layer", "rms")
    ]
    model = Model(
        [Embedding(5, n), Positions(n, 7), *blocks, RMSNorm(n), Dense(n, 5)], "softmax", "cross_entropy"
    )
    drawn(model.body, size=0.6)
    x = rng.integers(5, size=(t, m))
    y = np.eye(5)[rng.integers(5, size=(t, m))].transpose(2, 0, 1)

    def norm(rows, p, name):
        if f"{name}.beta" in p:
            rows = rows - anp.mean(rows, axis=1, keepdims=True)
        rows = rows / anp.sqrt(anp.mean(rows**2, axis=1, keepdims=True) + 1e-5)
        return rows * p[f"{name}.gamma"].T + (p[f"{name}.beta"].T if f"{name}.beta" in p else 0)

    def attention(rows, p, name):
        q, k, v = (rows @ p[f"{name}.w_{letter}"].T for letter in "qkv")
        parts = []
        for h in range(heads):
            part = slice(h * n // heads, (h + 1) * n // heads)
            scores = q[:, part] @ k[:, part].T / np.sqrt(n // heads)  # a row for each query
            e = anp.exp(scores) * np.tri(t)
            parts.append((e / anp.sum(e, axis=1, keepdims=True)) @ v[:, part])
        return anp.concatenate(parts, axis=1) @ p[f"{name}.w_o"].T

    def cost(p):
        costs = []
        for i in range(m):
            rows = p["0.w"].T[x[:, i]] + p["1.w"].T[:t]
            for block in ("2", "3"):
                rows = rows + attention(norm(rows, p, f"{block}.0.inside.0"), p, f"{block}.0.inside.1")
                z = (
                    norm(rows, p, f"{block}.1.inside.0") @ p[f"{block}.1.inside.1.w"].T
                    + p[f"{block}.1.inside.1.b"].T
                )
                rows = (
                    rows
                    + (z / (1 + anp.exp(-z))) @ p[f"{block}.1.inside.3.w"].T
                    + p[f"{block}.1.inside.3.b"].T
                )
            rows = norm(rows, p, "4") @ p["5.w"].T + p["5.b"].T
            costs.append(cross_entropy(rows, y[:, :, i].T))
        return sum(costs) / m

    assert_same(model, x, y, cost)
