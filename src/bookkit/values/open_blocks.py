r"""Matrices of blocks of which one block has no size of its own: ``\begin{pmatrix} r \\ 0 \end{pmatrix}``.

How large the 0 is follows from what the matrix is added to, multiplied by or compared with: the rows or the
columns of the whole leave one length open, or none. Where they leave more than one, and wherever such a
matrix is used in another way, that is an error.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from bookkit.values.errors import ShapeError
from bookkit.values.linear import Identity
from bookkit.values.ones import Ones

Value = Any
Ends = list[int | None]
UNKNOWN = "nothing says how large a block of a matrix is; write I_n"


@dataclass(frozen=True, eq=False)
class OpenBlocks:
    """Blocks in rows, None for zeros; how high each row of them is and how wide each column, where known."""

    cells: tuple[tuple[Value, ...], ...]
    heights: tuple[int | None, ...]
    widths: tuple[int | None, ...]

    ndim, shape, size = 0, (), 1  # to numpy it is no array

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise ShapeError(UNKNOWN)

    def __array_ufunc__(self, *_: Any, **__: Any) -> Any:
        raise ShapeError(UNKNOWN)

    @property
    def real(self) -> Value:
        return np.real(self._entries())

    @property
    def imag(self) -> Value:
        return np.imag(self._entries())

    @property
    def T(self) -> OpenBlocks:  # noqa: N802 (numpy's name)
        turned = self._with(lambda cell: cell if isinstance(cell, Identity) else cell.T)
        return OpenBlocks(tuple(zip(*turned.cells, strict=True)), self.widths, self.heights)

    def __neg__(self) -> OpenBlocks:
        return self._with(lambda cell: -cell)

    def __mul__(self, number: Value) -> OpenBlocks:
        if isinstance(number, (np.ndarray, Identity, Ones, OpenBlocks)):
            raise ShapeError(UNKNOWN)
        return self._with(lambda cell: cell * number)

    __rmul__ = __mul__

    def __truediv__(self, number: Value) -> OpenBlocks:
        if isinstance(number, (np.ndarray, Identity, Ones, OpenBlocks)):
            raise ShapeError(UNKNOWN)
        return self._with(lambda cell: cell / number)

    def __add__(self, other: Value) -> Value:
        return added(self, other)

    __radd__ = __add__

    def __sub__(self, other: Value) -> Value:
        return self + -other

    def __rsub__(self, other: Value) -> Value:
        return -self + other

    def __rtruediv__(self, other: Value) -> Value:
        raise ShapeError(UNKNOWN)

    def sized(self, rows: int | None, columns: int | None) -> Value:
        """The matrix that has so many rows and columns, as far as they are known."""
        heights, widths = list(self.heights), list(self.widths)
        for _ in range(len(heights) + len(widths)):
            equalized(self.cells, heights, widths)
            for ends, total in ((heights, rows), (widths, columns)):
                _fill_last(ends, total)
        if None in heights or None in widths:
            raise ShapeError(UNKNOWN)
        found = joined(self.cells, heights, widths)
        if any(known not in (None, has) for known, has in zip((rows, columns), np.shape(found), strict=True)):
            raise ShapeError(
                f"the blocks make {np.shape(found)[0]} × {np.shape(found)[1]}, which does not fit"
            )
        return found

    def _with(self, change: Callable[[Value], Value]) -> OpenBlocks:
        cells = tuple(tuple(None if cell is None else change(cell) for cell in row) for row in self.cells)
        return OpenBlocks(cells, self.heights, self.widths)

    def _entries(self) -> Value:
        parts = [getattr(cell, "factor", getattr(cell, "value", cell)) for row in self.cells for cell in row]
        return np.concatenate([np.zeros(1), *(np.ravel(part) for part in parts if part is not None)])


def added(left: Value, right: Value) -> Value:
    """A sum with an array, which says how large both are."""
    blocks, other = (left, right) if isinstance(left, OpenBlocks) else (right, left)
    if np.ndim(other) != 2:
        raise ShapeError(UNKNOWN)
    return blocks.sized(*np.shape(other)) + other


def paired(left: Value, right: Value) -> tuple[Value, Value]:
    """Both sides of a comparison, of which one is an array that says how large both are."""
    if np.ndim(left) == 2:
        return left, right.sized(*np.shape(left))
    if np.ndim(right) == 2:
        return left.sized(*np.shape(right)), right
    raise ShapeError(UNKNOWN)


def multiplied(sign: str, left: Value, right: Value) -> Value:
    """A product: with a number, or with an array that says how many rows or columns there are."""
    for blocks, other in ((left, right), (right, left)):
        number = np.ndim(other) == 0 and not isinstance(other, (Identity, Ones, OpenBlocks))
        if isinstance(blocks, OpenBlocks) and number and sign in ("", "\\cdot"):
            return blocks * other
    if sign in ("", "\\cdot") and np.ndim(left) == 2 and np.size(left) > 1:
        return left @ right.sized(np.shape(left)[1], None)
    if sign in ("", "\\cdot") and np.ndim(right) == 2 and np.size(right) > 1:
        return left.sized(None, np.shape(right)[0]) @ right
    raise ShapeError(UNKNOWN)


def equalized(cells: Any, heights: Ends, widths: Ends) -> None:
    """Notes that an identity matrix is as wide as it is high."""
    for at, row in enumerate(cells):
        for across, cell in enumerate(row):
            if isinstance(cell, Identity):
                set_end(widths, across, heights[at])
                set_end(heights, at, widths[across])


def set_end(ends: Ends, at: int, length: int | None) -> None:
    """Notes a length; ShapeError where another one is known."""
    if length is None:
        return
    if ends[at] is not None and ends[at] != length:
        raise ShapeError(f"the blocks of a matrix do not fit: {ends[at]} beside {length}")
    ends[at] = length


def _fill_last(ends: Ends, total: int | None) -> None:
    if total is None or ends.count(None) != 1:
        return
    left = total - sum(length for length in ends if length is not None)
    if left < 1:
        raise ShapeError("the blocks of a matrix do not fit: nothing is left for one of them")
    ends[ends.index(None)] = left


def joined(cells: Any, heights: Ends, widths: Ends) -> Value:
    """The matrix of blocks whose lengths are all known."""
    rows = [
        np.concatenate(
            [_filled(cell, (heights[at] or 0, widths[across] or 0)) for across, cell in enumerate(row)],
            axis=1,
        )
        for at, row in enumerate(cells)
    ]
    return np.concatenate(rows, axis=0)


def _filled(cell: Value, shape: tuple[int, int]) -> Value:
    if cell is None:
        return np.zeros(shape)
    return cell.sized(np.zeros(shape)) if isinstance(cell, (Identity, Ones)) else cell
