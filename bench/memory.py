"""How much memory training takes beside what it cannot do without."""

import tracemalloc

import numpy as np

from backprop import train
from backprop.optimisers import OPTIMISERS
from bench import large, training
from bench.results import columns

CASES = [
    (training.SIZES, training.BATCH_SIZE, "sgd", "F", {}),
    (training.SIZES, training.BATCH_SIZE, "sgd", "C", {}),
    (training.SIZES, training.BATCH_SIZE, "adam", "F", {}),
    (large.SIZES, large.BATCH_SIZE, "sgd", "F", large.NAMES),
    (large.SIZES, large.BATCH_SIZE, "sgd", "C", large.NAMES),
    (large.SIZES, large.BATCH_SIZE, "adam", "F", large.NAMES),
]


def needed(net, x, y, batch_size: int, optimizer: str) -> dict[str, int]:
    """Return how many bytes there must be: the data, the parameters, a batch's activations, the state."""
    parameters = sum(array.nbytes for array in net.weights + net.biases)
    return {
        "data": x.nbytes + y.nbytes,
        "parameters": parameters,
        "activations": sum(net.sizes) * batch_size * net.weights[0].itemsize,
        "state": len(OPTIMISERS[optimizer].STATE) * parameters,
    }


def table(cases=CASES, m: int = 10_000) -> str:
    """Return what is needed and what there is at most, in megabytes, and the ratio."""
    rows = []
    for sizes, batch_size, optimizer, order, names in cases:
        tracemalloc.start()
        net, x, y = training.make(sizes, m, **names)
        x, y = np.asarray(x.T, order=order), np.asarray(y.T, order=order)
        parts = needed(net, x, y, batch_size, optimizer)
        tracemalloc.reset_peak()
        train(net, x, y, epochs=1, eta=0.01, batch_size=batch_size, optimizer=optimizer, validation=(x, y))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        total = sum(parts.values())
        cells = [f"{size / 1e6:.1f}" for size in (*parts.values(), total, peak)]
        piece = "column" if order == "F" else "row"
        rows.append(["-".join(map(str, sizes)), optimizer, piece, *cells, f"{peak / total:.2f}"])
    title = "Memory that training takes at most, and what it cannot do without, in megabytes\n"
    note = (
        f"float32, {m:,} samples, also validated on\na piece of memory is a column of x (a sample) or a row\n"
    )
    heads = ["network", "method", "piece", *parts, "sum", "peak", "ratio"]
    return title + note + f"NumPy {np.__version__}\n\n" + columns(heads, rows)
