"""Where the numbers of an array lie in memory, which decides how fast they are fetched."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from backprop._validate import RealArray

STRIPE = 64
"""How many entries of each scattered sample are copied at once."""

CACHE_LINE = 64
"""In bytes."""


def quickly_fetched(samples: RealArray, dtype: np.dtype[Any]) -> bool:
    """Say whether samples, along the last axis, lie one after another, each in one piece, as such floats."""
    return samples.dtype == dtype and samples.flags.f_contiguous


def scattered(samples: RealArray) -> bool:
    """Say whether what lies together in memory are entries of several samples, and not those of one."""
    return not samples.flags.f_contiguous and samples.strides[0] > samples.strides[-1]


def empty(shape: tuple[int, ...], dtype: np.dtype[Any]) -> RealArray:
    """Return an array to be written, which begins where a line of the cache begins."""
    size = math.prod(shape) * dtype.itemsize
    memory = np.empty(size + CACHE_LINE, np.uint8)
    start = -memory.ctypes.data % CACHE_LINE
    return memory[start : start + size].view(dtype).reshape(shape)


def columns(n: int, m: int, dtype: np.dtype[Any]) -> RealArray:
    """Return an array to be written, of shape (n, m), each column of which lies in memory as one piece."""
    return empty((m, n), dtype).T


def gather(source: RealArray, index: NDArray[np.intp], into: RealArray) -> None:
    """Copy the columns of the source that have these numbers into an array that `columns` has made."""
    rows = into.T
    if quickly_fetched(source, rows.dtype):
        np.take(source.T, index, axis=0, out=rows, mode="clip")  # "raise" would copy once more
    elif not scattered(source):
        rows[...] = source.T[index]
    else:
        for start in range(0, len(source), STRIPE):  # row after row of the source, which lie together
            part = slice(start, start + STRIPE)
            rows[:, part] = source[part].take(index, axis=1).T
