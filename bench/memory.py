"""How much memory training takes beside what it has to hold."""

import tracemalloc
from unittest import mock

import numpy as np

from backprop import _data, train
from backprop.optimisers import OPTIMISERS
from bench import large, training
from bench.results import columns

SMALL = training.SIZES, training.BATCH_SIZE
LARGE = large.SIZES, large.BATCH_SIZE
CASES = [
    (*SMALL, "sgd", "side by side", {}),
    (*SMALL, "sgd", "scattered", {}),
    (*SMALL, "sgd", "too many", {}),
    (*SMALL, "adam", "side by side", {}),
    (*LARGE, "sgd", "side by side", large.NAMES),
    (*LARGE, "sgd", "scattered", large.NAMES),
    (*LARGE, "sgd", "too many", large.NAMES),
    (*LARGE, "adam", "side by side", large.NAMES),
]


def needed(net, x, y, batch_size: int, optimizer: str, copied: bool = False) -> dict[str, int]:
    """Return how many bytes there must be: data, their copy, parameters, a batch's activations, state."""
    parameters = sum(array.nbytes for array in net.weights + net.biases)
    return {
        "data": x.nbytes + y.nbytes,
        "copy": (x.nbytes + y.nbytes) * copied,
        "parameters": parameters,
        "activations": sum(net.sizes) * batch_size * net.weights[0].itemsize,
        "state": len(OPTIMISERS[optimizer].STATE) * parameters,
    }


def table(cases=CASES, m: int = 10_000) -> str:
    """Return what is needed and what there is at most, in megabytes, and the ratio."""
    rows = []
    for sizes, batch_size, optimizer, lie, names in cases:
        tracemalloc.start()
        net, x, y = training.make(sizes, m, **names)
        x, y = (np.asarray(array.T, order="F" if lie == "side by side" else "C") for array in (x, y))
        parts = needed(net, x, y, batch_size, optimizer, copied=lie == "scattered")
        tracemalloc.reset_peak()
        options = {"epochs": 1, "eta": 0.01, "batch_size": batch_size, "optimizer": optimizer}
        with mock.patch.object(_data, "COPIED", 0 if lie == "too many" else _data.COPIED):
            train(net, x, y, validation=(x, y), **options)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        total = sum(parts.values())
        cells = [f"{size / 1e6:.1f}" for size in (*parts.values(), total, peak)]
        rows.append(["-".join(map(str, sizes)), optimizer, lie, *cells, f"{peak / total:.2f}"])
    title = "Memory that training takes at most, and what it has to hold, in megabytes\n"
    note = (
        f"float32, {m:,} samples, also validated on\n"
        "the numbers of a sample lie side by side, or scattered; of too many such there is no copy\n"
    )
    heads = ["network", "method", "a sample's numbers", *parts, "sum", "peak", "ratio"]
    return title + note + f"NumPy {np.__version__}\n\n" + columns(heads, rows)
