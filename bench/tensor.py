"""Gradients by `Tensor`, which knows no network, against the four equations of `Network.backprop`."""

import numpy as np

from backprop import Network, Tensor
from bench.results import columns
from bench.timing import medians

CASES = [([64, 32, 10], 10), ([64, 32, 10], 100), ([784, 30, 10], 10), ([784, 30, 10], 100)]


def make(sizes: list[int], m: int) -> tuple[Network, np.ndarray, np.ndarray]:
    """Return a network with samples that look like digits: pixels between 0 and 1, one class each."""
    rng = np.random.default_rng(0)
    net = Network(sizes, output="softmax", cost="cross_entropy", init="nielsen", rng=rng)
    return net, rng.uniform(size=(sizes[0], m)), np.eye(sizes[-1])[:, rng.integers(sizes[-1], size=m)]


def by_tensor(net, x, y):
    """Return a function that runs the network forward on a tape of tensors, and back."""
    weights, biases = [Tensor(w) for w in net.weights], [Tensor(b) for b in net.biases]

    def gradient():
        a = x
        for w, b in zip(weights[:-1], biases[:-1], strict=True):
            a = (w @ a + b).sigmoid()
        cost = (weights[-1] @ a + biases[-1]).softmax_cross_entropy(y).mean()
        cost.zero_grad()
        cost.backward()
        return [b.grad for b in biases], [w.grad for w in weights]

    return gradient


def table(cases: list[tuple[list[int], int]] = CASES, runs: int = 11) -> str:
    """Return the times as multiples of that of the four equations."""
    rows = []
    for sizes, m in cases:
        net, x, y = make(sizes, m)
        times = medians(
            {"equations": lambda net=net, x=x, y=y: net.backprop(x, y), "tensor": by_tensor(net, x, y)}, runs
        )
        ratio = times["tensor"] / times["equations"]
        rows.append(["-".join(map(str, sizes)), str(m), "1.0", f"{ratio:.1f}"])
    title = "Time for one gradient, with Network.backprop = 1\n"
    note = f"sigmoid, softmax, float64; medians of {runs} runs, one thread, NumPy {np.__version__}\n\n"
    return title + note + columns(["network", "samples", "Network.backprop", "Tensor"], rows)
