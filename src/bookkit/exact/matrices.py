"""Inverses and determinants of exact matrices, by elimination with pivots that are certainly not 0."""

from __future__ import annotations

from typing import Any

import numpy as np

from bookkit.exact.errors import UndecidedError
from bookkit.exact.functions import exactly
from bookkit.exact.moved import still
from bookkit.exact.number import number

Value = Any


def inverse(matrix: Value) -> Value:
    """The inverse; UndecidedError where no pivot is certainly not 0."""
    size = len(matrix)
    rows = np.array([[exactly(item) for item in row] for row in matrix], dtype=object)
    rows = np.concatenate([rows, np.eye(size, dtype=int).astype(object)], axis=1)
    for at in range(size):
        swap(rows, at)
        rows[at] = rows[at] / rows[at, at]
        for other in range(size):
            if other != at:
                rows[other] = rows[other] - rows[other, at] * rows[at]
    return rows[:, size:]


def determinant(matrix: Value) -> Value:
    """The determinant; UndecidedError where no pivot is certainly not 0."""
    rows = np.array([[exactly(item) for item in row] for row in matrix], dtype=object)
    found: Value = number(1)
    for at in range(len(rows)):
        found = -found if swap(rows, at) else found
        found = found * rows[at, at]
        for other in range(at + 1, len(rows)):
            rows[other] = rows[other] - rows[other, at] / rows[at, at] * rows[at]
    return found


def swap(rows: Value, at: int) -> bool:
    """Brings a row with a pivot to its place; whether two rows were exchanged."""
    for other in range(at, len(rows)):
        pivot = still(rows[other, at])
        if not pivot.ball.contains(0):
            rows[[at, other]] = rows[[other, at]]
            return other != at
    raise UndecidedError
