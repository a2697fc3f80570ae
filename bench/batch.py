"""Backpropagation of a whole batch at once against a loop over its samples."""

import numpy as np

from backprop import Network
from bench.results import columns
from bench.timing import medians

SIZES = [784, 30, 10]


def make(sizes: list[int], m: int) -> tuple[Network, np.ndarray, np.ndarray]:
    """Return a network with samples that look like digits: pixels between 0 and 1, one class each."""
    rng = np.random.default_rng(0)
    net = Network(sizes, cost="cross_entropy", init="nielsen", rng=rng)
    return net, rng.uniform(size=(sizes[0], m)), np.eye(sizes[-1])[:, rng.integers(sizes[-1], size=m)]


def one_call_a_sample(net, x, y):
    """Call the library once for each sample and take the mean."""
    m = x.shape[1]
    total_b, total_w = net.backprop(x[:, [0]], y[:, [0]])
    for i in range(1, m):
        nabla_b, nabla_w = net.backprop(x[:, [i]], y[:, [i]])
        for total, nabla in zip(total_b + total_w, nabla_b + nabla_w, strict=True):
            total += nabla
    return [total / m for total in total_b], [total / m for total in total_w]


def plain_loop(net, x, y):
    """Do the same in a loop written for this network alone: no checks, the shortest sigmoid."""
    (w2, w3), (b2, b3), m = net.weights, net.biases, x.shape[1]
    nabla_b, nabla_w = [np.zeros_like(b) for b in net.biases], [np.zeros_like(w) for w in net.weights]
    for i in range(m):
        a1 = x[:, [i]]
        a2 = 1 / (1 + np.exp(-(w2 @ a1 + b2)))
        a3 = 1 / (1 + np.exp(-(w3 @ a2 + b3)))
        delta3 = a3 - y[:, [i]]
        delta2 = (w3.T @ delta3) * a2 * (1 - a2)
        nabla_b[0] += delta2
        nabla_b[1] += delta3
        nabla_w[0] += delta2 @ a1.T
        nabla_w[1] += delta3 @ a2.T
    return [nabla / m for nabla in nabla_b], [nabla / m for nabla in nabla_w]


def table(sizes: list[int] = SIZES, batches: tuple[int, ...] = (1, 10, 100), runs: int = 11) -> str:
    """Return the times as multiples of the whole batch's time."""
    rows = []
    for m in batches:
        net, x, y = make(sizes, m)
        times = medians(
            {
                "whole": lambda net=net, x=x, y=y: net.backprop(x, y),
                "loop": lambda net=net, x=x, y=y: plain_loop(net, x, y),
                "calls": lambda net=net, x=x, y=y: one_call_a_sample(net, x, y),
            },
            runs,
        )
        relative = [times[name] / times["whole"] for name in ("whole", "loop", "calls")]
        rows.append([str(m), *(f"{ratio:.1f}" for ratio in relative)])
    title = "Time for one gradient, with the whole batch at once = 1\n"
    network = "-".join(map(str, sizes))
    note = f"{network}, float64; medians of {runs} runs, one thread, NumPy {np.__version__}\n\n"
    heads = ["samples", "whole batch", "plain loop", "one call a sample"]
    return title + note + columns(heads, rows)
