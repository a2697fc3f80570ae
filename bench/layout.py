"""Where the numbers of a sample lie in memory: together, or scattered, and copied first or not."""

from collections.abc import Callable
from unittest import mock

import numpy as np

from backprop import _data, train
from bench.results import columns
from bench.timing import medians
from bench.training import BATCH_SIZE, ETA, SIZES, make

LAYOUTS = {"together": ("F", _data.COPIED), "copied": ("C", _data.COPIED), "not copied": ("C", 0)}
"""The order of NumPy in which x and y are, and the bytes that a copy may take."""


def whole_training(sizes: list[int], m: int, batch_size: int, epochs: int, layout: str) -> Callable[[], None]:
    """Return a function that trains on samples that lie in this way."""
    order, copied = LAYOUTS[layout]
    net, x, y = make(sizes, m)
    x, y = np.asarray(x.T, order=order), np.asarray(y.T, order=order)

    def run() -> None:
        with mock.patch.object(_data, "COPIED", copied):
            train(net, x, y, epochs=epochs, eta=ETA, batch_size=batch_size)

    return run


def table(
    sizes: list[int] = SIZES,
    m: int = 10_000,
    batches: tuple[int, ...] = (BATCH_SIZE, 100),
    epochs: int = 10,
    runs: int = 7,
) -> str:
    """Return the times of a training, as multiples of that with the numbers of each sample together."""
    found = []
    for batch_size in batches:
        timed = {layout: whole_training(sizes, m, batch_size, epochs, layout) for layout in LAYOUTS}
        times = medians(timed, runs)
        found.append([f"{time / times['together']:.1f}" for time in times.values()])
    title = "Time for a training, where the numbers of each sample lie together = 1\n"
    network = f"{'-'.join(map(str, sizes))}, sigmoid, cross-entropy, float32; {m:,} samples\n"
    note = f"medians of {runs} runs of {epochs} epochs, one thread, NumPy {np.__version__}\n\n"
    rows = [[layout, *times] for layout, *times in zip(LAYOUTS, *found, strict=True)]
    return title + network + note + columns(["numbers", *(f"{size} a batch" for size in batches)], rows)
