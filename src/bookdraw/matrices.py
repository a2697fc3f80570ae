"""Matrices side by side: entries in cells, the name and the shape below, signs between them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from bookdraw.palette import GRID, HIGHLIGHT, INK, MUTED

ROW = 0.3
GAP = 0.16  # between a matrix and a sign
FOOT = 0.56  # below the tallest matrix: name and shape
HEAD = 0.12
FONT_SIZE = 12

Cell = tuple[int, int]


@dataclass(frozen=True)
class _Matrix:
    entries: Sequence[Sequence[str]]
    name: str
    colour: str
    marked: Collection[Cell]
    cell: float

    @property
    def rows(self) -> int:
        return len(self.entries)

    @property
    def width(self) -> float:
        return len(self.entries[0]) * self.cell


@dataclass
class Formula:
    """A line of matrices and signs, drawn from left to right: add them in order, then call `draw`.

    Entries, names and signs are mathematics without the dollar signs. An empty entry leaves its cell blank,
    so that a shape can be shown without numbers.
    """

    cell: float = 0.5
    _items: list[_Matrix | str] = field(default_factory=list, init=False)

    def matrix(
        self,
        entries: Sequence[Sequence[str]],
        name: str = "",
        *,
        colour: str = INK,
        marked: Collection[Cell] = (),
        cell: float | None = None,
    ) -> None:
        """Add a matrix by its rows; `marked` cells (row, column), counted from 1, stand out."""
        if not entries or not entries[0] or len({len(row) for row in entries}) != 1:
            raise ValueError("a matrix needs rows of equal length, at least one of at least one entry")
        self._items.append(_Matrix(entries, name, colour, marked, self.cell if cell is None else cell))

    def blank(
        self, rows: int, columns: int, name: str = "", *, colour: str = INK, marked: Collection[Cell] = ()
    ) -> None:
        """Add a matrix of empty square cells, of which only the shape matters."""
        self.matrix([[""] * columns] * rows, name, colour=colour, marked=marked, cell=ROW)

    def sign(self, text: str) -> None:
        """Add a sign, such as `=` or `+`; side by side, matrices are multiplied."""
        self._items.append(text)

    def draw(self) -> Figure:
        """Draw the line on a figure of its own, whose size follows from what stands in it."""
        matrices = [item for item in self._items if isinstance(item, _Matrix)]
        if not matrices:
            raise ValueError("a formula without a matrix cannot be drawn: add one first")
        height = max(matrix.rows for matrix in matrices) * ROW
        width = sum(_width(item) for item in self._items) + GAP * (len(self._items) + 1)
        figure, axes = plt.subplots(figsize=(width, height + FOOT + HEAD))
        axes.set(xlim=(0, width), ylim=(-height / 2 - FOOT, height / 2 + HEAD), aspect="equal")
        axes.axis("off")
        x = GAP
        for item in self._items:
            if isinstance(item, _Matrix):
                _draw_matrix(axes, x, item, -height / 2)
            else:
                axes.text(x + _width(item) / 2, 0, f"${item}$", fontsize=14, ha="center", va="center")
            x += _width(item) + GAP
        return figure


def _width(item: _Matrix | str) -> float:
    return item.width if isinstance(item, _Matrix) else 0.16


def _draw_matrix(axes: Axes, left: float, matrix: _Matrix, floor: float) -> None:
    top = matrix.rows * ROW / 2
    for i, row in enumerate(matrix.entries):
        for j, text in enumerate(row):
            corner = (left + j * matrix.cell, top - (i + 1) * ROW)
            _draw_cell(axes, corner, text, matrix, marked=(i + 1, j + 1) in matrix.marked)
    for x, inward in ((left, 0.07), (left + matrix.width, -0.07)):
        bracket = [x + inward, x, x, x + inward]
        axes.plot(bracket, [top, top, -top, -top], color=INK, linestyle="-", linewidth=1.0)
    middle = left + matrix.width / 2
    shape = rf"${matrix.rows} \times {len(matrix.entries[0])}$"
    if matrix.name:
        axes.text(middle, floor - 0.18, f"${matrix.name}$", fontsize=13, ha="center", va="center")
    axes.text(middle, floor - 0.43, shape, fontsize=12, ha="center", va="center", color=MUTED)


def _draw_cell(axes: Axes, corner: tuple[float, float], text: str, matrix: _Matrix, *, marked: bool) -> None:
    if marked or not text:
        ground = HIGHLIGHT if marked else "none"
        axes.add_patch(Rectangle(corner, matrix.cell, ROW, facecolor=ground, edgecolor=GRID, linewidth=0.8))
    if text:
        x, y = corner[0] + matrix.cell / 2, corner[1] + ROW / 2
        axes.text(x, y, f"${text}$", fontsize=FONT_SIZE, ha="center", va="center", color=matrix.colour)
