r"""Matrices that are made of matrices: ``\begin{pmatrix} A & B \\ 0 & I \end{pmatrix}``.

The arrays in a row of blocks are of one height, those in a column of blocks of one width. What has no shape
of its own, a 0, an identity matrix or a column of ones, takes it from what stands beside, above or below it;
any other number is a block of one entry.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from bookkit.values import algebra
from bookkit.values.errors import ShapeError
from bookkit.values.linear import Identity
from bookkit.values.ones import Ones

Value = Any
Ends = list[int | None]


def assembled(cells: list[list[Value]]) -> Value:
    """The matrix of all blocks; ShapeError where they do not fit, or where nothing says how large one is."""
    if all(_is_single(cell) for row in cells for cell in row):
        return np.array([[algebra.number(cell) for cell in row] for row in cells])
    heights: Ends = [None] * len(cells)
    widths: Ends = [None] * len(cells[0])
    if any(len(row) != len(widths) for row in cells):
        raise ShapeError("the rows of a matrix have different numbers of blocks")
    for at, row in enumerate(cells):
        for across, cell in enumerate(row):
            height, width = _own_shape(cell)
            _set(heights, at, height)
            _set(widths, across, width)
    for _ in range(len(heights) + len(widths)):
        for at, row in enumerate(cells):
            for across, cell in enumerate(row):
                if isinstance(cell, Identity):
                    _set(widths, across, heights[at])
                    _set(heights, at, widths[across])
    if None in heights or None in widths:
        raise ShapeError("nothing says how large a block of a matrix is; write I_n")
    rows = [
        np.concatenate(
            [_filled(cell, (heights[at], widths[across])) for across, cell in enumerate(row)], axis=1
        )
        for at, row in enumerate(cells)
    ]
    return np.concatenate(rows, axis=0)


def stacked(values: list[Value], across: bool) -> Value:
    """Blocks one below the other, or side by side."""
    return assembled([values] if across else [[value] for value in values])


def _is_single(cell: Value) -> bool:
    return not isinstance(cell, (Identity, Ones)) and np.size(cell) == 1


def _is_zero(cell: Value) -> bool:
    return algebra.is_number(cell) and not isinstance(cell, (Identity, Ones)) and bool(cell == 0)


def _own_shape(cell: Value) -> tuple[int | None, int | None]:
    """How high and how wide a block is by itself."""
    if isinstance(cell, Identity) or _is_zero(cell):
        return None, None
    if isinstance(cell, Ones):
        rows, columns = cell.value.shape
        return None if cell.rows else rows, None if cell.columns else columns
    if algebra.is_number(cell):
        return 1, 1
    if np.ndim(cell) != 2:
        raise ShapeError("an array with three indices is no block of a matrix")
    rows, columns = np.shape(cell)
    return rows, columns


def _set(ends: Ends, at: int, length: int | None) -> None:
    if length is None:
        return
    if ends[at] is not None and ends[at] != length:
        raise ShapeError(f"the blocks of a matrix do not fit: {ends[at]} beside {length}")
    ends[at] = length


def _filled(cell: Value, shape: tuple[int | None, int | None]) -> Value:
    height, width = shape[0] or 0, shape[1] or 0
    if _is_zero(cell):
        return np.zeros((height, width))
    if isinstance(cell, (Identity, Ones)):
        return cell.sized(np.zeros((height, width)))
    return np.array([[cell]]) if algebra.is_number(cell) else cell
