"""A small network with small mini-batches: where Python and NumPy take longer than the arithmetic."""

import sys

import numpy as np

from backprop import Network, train
from bench import rivals
from bench.results import columns
from bench.timing import medians

SIZES = [784, 30, 10]
ETA = 0.5
BATCH_SIZE = 10
EPOCHS = 3


def make(sizes: list[int], m: int, **names: str) -> tuple[Network, np.ndarray, np.ndarray]:
    """Return a float32 network, and as rows samples that look like digits: pixels and one class each."""
    rng = np.random.default_rng(0)
    names = {"cost": "cross_entropy", "init": "nielsen", **names}
    net = rivals.float32(Network(sizes, rng=rng, **names))
    x = rng.random((m, sizes[0]), dtype=np.float32)
    return net, x, np.eye(sizes[-1], dtype=np.float32)[rng.integers(sizes[-1], size=m)]


def candidates(sizes: list[int], m: int, batch_size: int, eta: float, epochs: int, **names: str):
    """Return what is timed, by its name, each for so many epochs, and the names of what is not installed."""
    order = np.random.default_rng(0).permutation(m)

    def several(epoch):
        return lambda: [epoch() for _ in range(epochs)]

    def whole_training():
        net, x, y = make(sizes, m, **names)
        return lambda: train(net, x.T, y.T, epochs=epochs, eta=eta, batch_size=batch_size)

    arguments = order, eta, batch_size
    timed = {
        "train": whole_training(),
        "backprop for each batch": several(rivals.one_call_a_batch(*make(sizes, m, **names), *arguments)),
    }
    if names.get("hidden", "sigmoid") == "sigmoid":
        timed["one sample at a time"] = several(
            rivals.one_sample_at_a_time(*make(sizes, m, **names), *arguments)
        )
    if rivals.installed("PyTorch"):
        timed[rivals.titled("PyTorch")] = several(rivals.pytorch(*make(sizes, m, **names), *arguments))
    if rivals.installed("JAX"):
        timed[rivals.titled("JAX")] = several(rivals.jax_compiled(*make(sizes, m, **names), *arguments))
    if rivals.installed("scikit-learn"):
        timed[rivals.titled("scikit-learn")] = several(
            rivals.scikit_learn(*make(sizes, m, **names), eta, batch_size)
        )
    return timed, [name for name in rivals.MODULES if not rivals.installed(name)]


def relative(times: dict[str, float], missing: list[str], digits: int) -> str:
    """Return the times as multiples of `train`'s, and a line about what was left out."""
    for name in missing:
        print(f"  {name} is not installed: its row is left out", file=sys.stderr)
    rows = [[name, f"{time / times['train']:.{digits}f}"] for name, time in times.items()]
    text = columns(["by", "time"], rows)
    return text + "".join(f"({name} was not installed.)\n" for name in missing)


def table(sizes: list[int] = SIZES, m: int = 10_000, epochs: int = EPOCHS, runs: int = 7) -> str:
    """Return the times of an epoch as multiples of that of `train`."""
    timed, missing = candidates(sizes, m, BATCH_SIZE, ETA, epochs)
    times = medians(timed, runs)
    title = "Time for one epoch of gradient descent with mini-batches, with train = 1\n"
    network = (
        f"{'-'.join(map(str, sizes))}, sigmoid, cross-entropy, float32; {m:,} samples, {BATCH_SIZE} a batch\n"
    )
    note = f"medians of {runs} runs of {epochs} epochs, one thread, NumPy {np.__version__}\n\n"
    return title + network + note + relative(times, missing, digits=1)
