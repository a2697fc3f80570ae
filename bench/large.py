"""A larger network: how much of the time is spent in the matrix products, which is the least it can take."""

from itertools import pairwise

import numpy as np

from bench.timing import medians
from bench.training import candidates, relative

SIZES = [784, 512, 512, 10]
ETA = 0.1
BATCH_SIZE = 128
NAMES = {"hidden": "relu", "output": "softmax", "init": "he"}


def products(sizes: list[int], batches: int, batch_size: int, chunk: int = 4):
    """Return a function that does an epoch's matrix products alone, with the same shapes in memory."""

    def array(*shape):
        return np.random.default_rng(0).standard_normal(shape, dtype=np.float32)

    inputs = [array(batch_size, sizes[0]) for _ in range(chunk)]
    layers = [
        (array(n_out, n_in), array(n_out, n_in), array(batch_size, n_out), array(batch_size, n_out))
        for n_in, n_out in pairwise(sizes)
    ]

    def epoch():
        for i in range(batches):
            below = [inputs[i % chunk], *[z for _, _, z, _ in layers]]
            for (w, _, z, _), a in zip(layers, below, strict=False):
                np.dot(a, w.T, out=z)
            for number in range(len(layers) - 1, -1, -1):
                w, nabla, _, delta = layers[number]
                np.dot(delta.T, below[number], out=nabla)
                if number:
                    np.dot(delta, w, out=layers[number - 1][3])

    return epoch


def table(sizes: list[int] = SIZES, m: int = 5_120, epochs: int = 1, runs: int = 11) -> str:
    """Return the times of an epoch as multiples of that of `train`, among them that of the products."""
    timed, missing = candidates(sizes, m, BATCH_SIZE, ETA, epochs, **NAMES)
    alone = products(sizes, -(-m // BATCH_SIZE), BATCH_SIZE)
    timed["the matrix products alone"] = lambda: [alone() for _ in range(epochs)]
    times = medians(timed, runs)
    title = "Time for one epoch of gradient descent with mini-batches, with train = 1\n"
    network = f"{'-'.join(map(str, sizes))}, relu, softmax, float32; {m:,} samples, {BATCH_SIZE} a batch\n"
    note = f"medians of {runs} runs, one thread, NumPy {np.__version__}\n\n"
    return title + network + note + relative(times, missing, digits=2)
