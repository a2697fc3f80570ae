r"""Books whose derivatives are rows: the page says ``\partial: rows``, or ``\in \mathbb{R}^{1 \times n}``."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from ...proofreader.test_habits import Habit, kind_of_last

LAYER = {
    "m": "a size",
    "n": "a size",
    "W": "a matrix of m by n",
    "x": "a column of n",
    "A": "a matrix of n by n",
}
ROWS = LAYER | {r"\partial": "rows"}
MADE = ("y = Wx", r"L = \lVert y \rVert^2")
SIZE = r"\frac{\partial L}{\partial x} \in \mathbb{R}^{1 \times n}"
CHAIN = r"\frac{\partial L}{\partial x} = %s \frac{\partial L}{\partial y} \frac{\partial y}{\partial x}"
CASES = [
    (ROWS, MADE, CHAIN % "", CHECKED),
    (ROWS, MADE, CHAIN % "2", FALSE),
    (LAYER, (*MADE, SIZE), CHAIN % "", CHECKED),
    (LAYER, (*MADE, SIZE), CHAIN % "2", FALSE),
    (LAYER, MADE, CHAIN % "", UNREAD),
    (ROWS, MADE, r"\frac{\partial L}{\partial x} = 2 y^\top W", CHECKED),
    (ROWS, MADE, r"\frac{dL}{dx} = y^\top W", FALSE),
    (ROWS, MADE, r"\frac{\partial L}{\partial x} = 2 W^\top y", UNREAD),
    (ROWS, (), r"\frac{\partial}{\partial x} (x^\top A x) = x^\top (A + A^\top)", CHECKED),
    (ROWS, (), r"\frac{\partial}{\partial x} (x^\top A x) = x^\top A", FALSE),
    (ROWS, MADE, r"\nabla_x L = 2 W^\top y", CHECKED),  # a gradient is a column
    (ROWS, MADE, r"\frac{\partial L}{\partial W} = 2 y x^\top", UNREAD),
    (ROWS, MADE, r"\frac{\partial L}{\partial W} = 2 x y^\top", UNREAD),
    (LAYER, MADE, SIZE, CHECKED),
    (LAYER, MADE, r"\nabla_x L \in \mathbb{R}^{1 \times n}", UNREAD),
    (LAYER, (*MADE, SIZE), r"\frac{\partial L}{\partial y} \in \mathbb{R}^m", UNREAD),
]


@pytest.mark.parametrize(("symbols", "said", "formula", "kind"), CASES)
def test_rows(
    symbols: dict[str, str], said: tuple[str, ...], formula: str, kind: str, tmp_path: Path
) -> None:
    assert kind_of_last(Habit("", symbols, said), formula, tmp_path) == kind
