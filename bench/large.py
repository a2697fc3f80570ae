"""A larger network: how much of the time is spent in the matrix products, which is the least it can take."""

import numpy as np

from backprop import Network
from backprop._engines import Data
from backprop.engine import Engine
from bench import rivals
from bench.timing import medians
from bench.training import candidates, make, relative

SIZES = [784, 512, 512, 10]
ETA = 0.1
BATCH_SIZE = 128
NAMES = {"hidden": "relu", "output": "softmax", "init": "he"}


def products(net: Network, x: np.ndarray, y: np.ndarray, batch_size: int):
    """Return a function that does an epoch's matrix products alone, on the arrays where `train` does them."""
    rng = np.random.default_rng(0)
    engine = Engine(net, Data(x.T, y.T, None), batch_size, [0] * (len(net.sizes) - 2), rng)
    room = engine.room(batch_size)
    for array in (*room.activations, *room.deltas):
        array[...] = rng.standard_normal(array.shape)
    z, last = np.empty_like(room.deltas[-1]), len(engine.weights) - 1

    def epoch():
        for start in range(0, len(x) - batch_size + 1, batch_size):
            below = [x[start : start + batch_size].T, *room.activations]
            for i in range(last):
                np.dot(engine.weights[i], below[i], out=room.activations[i])
            np.dot(below[last].T, engine.weights[last].T, out=z.T)
            for i in range(last, -1, -1):
                np.dot(room.deltas[i], below[i].T, out=engine.nabla_w[i])
                if i:
                    np.dot(engine.weights[i].T, room.deltas[i], out=room.deltas[i - 1])

    return epoch


def pytorch_products(net: Network, x: np.ndarray, batch_size: int):
    """Return a function that does the same with PyTorch's products, whose library is another."""
    import torch

    def tensor(*shape):
        return torch.randn(shape)

    weights = [torch.tensor(w) for w in net.weights]
    activations = [tensor(batch_size, n) for n in net.sizes[1:]]
    deltas = [tensor(batch_size, n) for n in net.sizes[1:]]
    nablas = [torch.empty_like(w) for w in weights]
    samples, last = torch.tensor(x), len(weights) - 1

    def epoch():
        for start in range(0, len(x) - batch_size + 1, batch_size):
            below = [samples[start : start + batch_size], *activations]
            for i, w in enumerate(weights):
                torch.mm(below[i], w.T, out=activations[i])
            for i in range(last, -1, -1):
                torch.mm(deltas[i].T, below[i], out=nablas[i])
                if i:
                    torch.mm(deltas[i], weights[i], out=deltas[i - 1])

    return epoch


def table(sizes: list[int] = SIZES, m: int = 5_120, epochs: int = 3, runs: int = 11) -> str:
    """Return the times of an epoch as multiples of that of `train`, among them that of the products."""
    timed, missing = candidates(sizes, m, BATCH_SIZE, ETA, epochs, **NAMES)
    net, x, y = make(sizes, m, **NAMES)
    alone = {"the matrix products alone": products(net, x, y, BATCH_SIZE)}
    if rivals.installed("PyTorch"):
        alone["the same, by PyTorch"] = pytorch_products(net, x, BATCH_SIZE)
    for name, epoch in alone.items():
        timed[name] = lambda epoch=epoch: [epoch() for _ in range(epochs)]
    times = medians(timed, runs)
    title = "Time for one epoch of gradient descent with mini-batches, with train = 1\n"
    network = f"{'-'.join(map(str, sizes))}, relu, softmax, float32; {m:,} samples, {BATCH_SIZE} a batch\n"
    note = f"medians of {runs} runs of {epochs} epochs, one thread, NumPy {np.__version__}\n\n"
    return title + network + note + relative(times, missing, digits=2)
