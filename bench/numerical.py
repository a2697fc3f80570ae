"""One backpropagation against numerical differentiation of the same cost."""

import numpy as np

from backprop import numerical_gradient
from bench.batch import make
from bench.results import columns
from bench.timing import medians

NETWORKS = [[2, 3, 1], [10, 10, 5], [30, 20, 10], [100, 30, 10], [784, 30, 10]]


def differentiate(net, x, y):
    """Return the gradient by central differences: two forward passes for each weight and each bias."""

    def of(parameters, i):
        start = parameters[i]

        def cost(nudged):
            parameters[i] = nudged
            return net.cost(x, y)

        gradient = numerical_gradient(cost, start)
        parameters[i] = start
        return gradient

    return tuple([of(arrays, i) for i in range(len(arrays))] for arrays in (net.biases, net.weights))


def table(networks: list[list[int]] = NETWORKS, m: int = 10, runs: int = 3) -> str:
    """Return the time of the differences as multiples of the time of one backpropagation."""
    rows = []
    for sizes in networks:
        net, x, y = make(sizes, m)
        parameters = sum(array.size for array in net.weights + net.biases)
        times = medians(
            {
                "backprop": lambda net=net, x=x, y=y: net.backprop(x, y),
                "differences": lambda net=net, x=x, y=y: differentiate(net, x, y),
            },
            runs,
        )
        ratio = times["differences"] / times["backprop"]
        cells = f"{parameters:,}", f"{2 * parameters:,}", f"{ratio:,.0f}", f"{ratio / parameters:.1f}"
        rows.append(["-".join(map(str, sizes)), *cells])
    title = "Time for one gradient by central differences, with one backpropagation = 1\n"
    note = f"{m} samples, float64; medians of {runs} runs, one thread, NumPy {np.__version__}\n\n"
    heads = ["network", "parameters", "forward passes", "time", "time per parameter"]
    return title + note + columns(heads, rows)
