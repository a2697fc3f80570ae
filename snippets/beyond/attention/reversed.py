import numpy as np

from backprop import Dense, Embedding, Model, Positions, TransformerBlock

count, length, n = 8, 6, 16


def examples(m, seed):
    """Draw m sequences, and the same backwards as columns with a single 1."""
    x = np.random.default_rng(seed).integers(count, size=(length, m))
    return x, np.moveaxis(np.eye(count)[x[::-1]], -1, 0)


def build(seed, places=True):
    rng = np.random.default_rng(seed)
    block = TransformerBlock(n, n_hidden=16, rng=rng)
    positions = [Positions(n, length, rng=rng)] if places else []
    layers = [Embedding(count, n, rng=rng), *positions, block, Dense(n, count, rng=rng)]
    return Model(layers, "softmax", "cross_entropy"), block.attention


x, y = examples(500, seed=100)
x_new, y_new = examples(200, seed=102)
how = {"epochs": 20, "eta": 0.01, "batch_size": 25, "optimizer": "adam"}
