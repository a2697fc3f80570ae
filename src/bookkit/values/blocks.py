r"""Matrices that are made of matrices: ``\begin{pmatrix} A & B \\ 0 & I \end{pmatrix}``.

The arrays in a row of blocks are of one height, those in a column of blocks of one width. What has no shape
of its own, a 0, an identity matrix or a column of ones, takes it from what stands beside, above or below it,
or else from what the whole matrix meets (`open_blocks`); any other number is a block of one entry.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from bookkit.values import algebra
from bookkit.values.errors import ShapeError
from bookkit.values.linear import Identity
from bookkit.values.ones import Ones
from bookkit.values.open_blocks import UNKNOWN, Ends, OpenBlocks, equalized, joined, set_end

Value = Any


def assembled(cells: list[list[Value]], of_arrays: bool) -> Value:
    """The matrix of all blocks, where None is a 0; still open where nothing in it says how large a block is.

    An array of one entry is a number, unless the matrix is one ``of_arrays`` by the way it is written.
    ShapeError where the blocks do not fit.
    """
    if not of_arrays and all(_is_single(cell) for row in cells for cell in row):
        return np.array([[0.0 if cell is None else algebra.number(cell) for cell in row] for row in cells])
    heights: Ends = [None] * len(cells)
    widths: Ends = [None] * len(cells[0])
    if any(len(row) != len(widths) for row in cells):
        raise ShapeError("the rows of a matrix have different numbers of blocks")
    for at, row in enumerate(cells):
        for across, cell in enumerate(row):
            height, width = _own_shape(cell)
            set_end(heights, at, height)
            set_end(widths, across, width)
    for _ in range(len(heights) + len(widths)):
        equalized(cells, heights, widths)
    known = tuple(tuple(map(_block, row)) for row in cells)
    if None in heights or None in widths:
        return OpenBlocks(known, tuple(heights), tuple(widths))
    return joined(known, heights, widths)


def stacked(values: list[Value], across: bool, of_arrays: bool) -> Value:
    """Blocks one below the other, or side by side."""
    return assembled([values] if across else [[value] for value in values], of_arrays)


def _is_single(cell: Value) -> bool:
    return not isinstance(cell, (Identity, Ones, OpenBlocks)) and np.size(cell) == 1


def _own_shape(cell: Value) -> tuple[int | None, int | None]:
    """How high and how wide a block is by itself."""
    if cell is None or isinstance(cell, Identity):
        return None, None
    if isinstance(cell, Ones):
        rows, columns = cell.value.shape
        return None if cell.rows else rows, None if cell.columns else columns
    if isinstance(cell, OpenBlocks):
        raise ShapeError(UNKNOWN)
    if algebra.is_number(cell):
        return 1, 1
    if np.ndim(cell) != 2:
        raise ShapeError("an array with three indices is no block of a matrix")
    rows, columns = np.shape(cell)
    return rows, columns


def _block(cell: Value) -> Value:
    """A number as an array of one entry; all else as it is."""
    number = cell is not None and not isinstance(cell, (Identity, Ones)) and algebra.is_number(cell)
    return np.array([[cell]]) if number else cell
