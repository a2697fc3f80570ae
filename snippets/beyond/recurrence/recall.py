import numpy as np

from backprop import Dense, Model, Pick, accuracy, train


def sequences(moments, count, rng):
    """First one of two symbols, then noise in the third row; which symbol was it?"""
    x = rng.normal(size=(3, moments, count))
    x[:2], x[2] = 0, 2 * x[2]
    symbol = rng.integers(2, size=count)
    x[symbol, 0, np.arange(count)] = 1
    return x, np.eye(2)[:, symbol]


def recall(build, moments, seed, epochs=30):
    """Train a layer of eight units; return what it has right, of its own and of new."""
    rng = np.random.default_rng(seed)
    x, y = sequences(moments, 60, rng)
    layers = [build(rng), Pick(-1), Dense(8, 2, rng=rng)]
    model = Model(layers, "softmax", "cross_entropy")
    steps = {"epochs": epochs, "eta": 0.05, "batch_size": None, "optimizer": "adam"}
    train(model, x, y, rng=seed, **steps)
    return accuracy(model, x, y), accuracy(model, *sequences(moments, 300, rng))


def successes(build, moments, epochs=30):
    """Of five networks, how many recall more than 90 % of the new symbols?"""
    return sum(recall(build, moments, seed, epochs)[1] > 0.9 for seed in range(5))
