"""How much memory training takes beside what it has to hold."""

import tracemalloc
from unittest import mock

import numpy as np

from backprop import _data, train
from backprop.optimisers import OPTIMISERS
from bench import large, training
from bench.layout import LAYOUTS
from bench.results import columns

SMALL = training.SIZES, training.BATCH_SIZE
LARGE = large.SIZES, large.BATCH_SIZE
CASES = [
    (*SMALL, "sgd", "together", {}),
    (*SMALL, "sgd", "copied", {}),
    (*SMALL, "sgd", "not copied", {}),
    (*SMALL, "adam", "together", {}),
    (*LARGE, "sgd", "together", large.NAMES),
    (*LARGE, "sgd", "copied", large.NAMES),
    (*LARGE, "sgd", "not copied", large.NAMES),
    (*LARGE, "adam", "together", large.NAMES),
]


def needed(net, x, y, batch_size: int, optimizer: str, copied: bool = False) -> dict[str, int]:
    """Return how many bytes there must be, the data twice where they are copied."""
    parameters = sum(array.nbytes for array in net.weights + net.biases)
    return {
        "data": (x.nbytes + y.nbytes) * (2 if copied else 1),
        "parameters": parameters,
        "batch": sum(net.sizes) * batch_size * net.weights[0].itemsize,
        "state": len(OPTIMISERS[optimizer].STATE) * parameters,
    }


def table(cases=CASES, m: int = 10_000) -> str:
    """Return what is needed and what there is at most, in megabytes, and the ratio."""
    rows = []
    for sizes, batch_size, optimizer, lie, names in cases:
        tracemalloc.start()
        net, x, y = training.make(sizes, m, **names)
        order, copied = LAYOUTS[lie]
        x, y = np.asarray(x.T, order=order), np.asarray(y.T, order=order)
        parts = needed(net, x, y, batch_size, optimizer, copied=lie == "copied")
        tracemalloc.reset_peak()
        options = {"epochs": 1, "eta": 0.01, "batch_size": batch_size, "optimizer": optimizer}
        with mock.patch.object(_data, "COPIED", copied):
            train(net, x, y, validation=(x, y), **options)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        total = sum(parts.values())
        cells = [f"{size / 1e6:.1f}" for size in (*parts.values(), total, peak)]
        rows.append(["-".join(map(str, sizes)), optimizer, lie, *cells, f"{peak / total:.2f}"])
    title = "Memory that training takes at most, and what it has to hold, in megabytes\n"
    note = (
        f"float32, {m:,} samples, with a validation after each epoch\n"
        "the numbers of a sample lie together, or scattered, and are copied first or not\n"
    )
    heads = ["network", "method", "numbers", *parts, "sum", "peak", "ratio"]
    return title + note + f"NumPy {np.__version__}\n\n" + columns(heads, rows)
