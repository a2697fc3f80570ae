"""Matrices that are made of matrices, and lists of columns."""

from __future__ import annotations

import pytest

from ..told_apart import assert_not_read, assert_told_apart

DATA = {
    **{"m": "a size", "n": "a size", "k": "a size", "A": "a matrix of m by m", "B": "a matrix of m by n"},
    **{"C": "a matrix of n by m", "D": "a matrix of n by n", "b": "a column of m", "x": "a column of n"},
    **{"U": "a matrix of k by m", "V": "a matrix of k by n", "a": "a number"},
}
BLOCKS = r"\begin{pmatrix} A & B \\ C & D \end{pmatrix}"

PAIRS = [  # what is true, what is false
    (
        rf"\det{BLOCKS} = \det(D) \det(A - B D^{{-1}} C)",
        rf"\det{BLOCKS} = \det(D) \det(A + B D^{{-1}} C)",
    ),
    (
        rf"{BLOCKS}^\top = \begin{{pmatrix}} A^\top & C^\top \\ B^\top & D^\top \end{{pmatrix}}",
        rf"{BLOCKS}^\top = \begin{{pmatrix}} A^\top & C^\top \\ B^\top & D \end{{pmatrix}}",
    ),
    (
        r"\begin{pmatrix} I & B \\ 0 & I \end{pmatrix}^{-1} = \begin{pmatrix} I & -B \\ 0 & I \end{pmatrix}",
        r"\begin{pmatrix} I & B \\ 0 & I \end{pmatrix}^{-1} = \begin{pmatrix} I & B \\ 0 & I \end{pmatrix}",
    ),
    (
        r"\begin{bmatrix} B & b \end{bmatrix} \begin{bmatrix} x \\ 1 \end{bmatrix} = B x + b",
        r"\begin{bmatrix} B & b \end{bmatrix} \begin{bmatrix} x \\ 1 \end{bmatrix} = B x - b",
    ),
    (
        r"\begin{bmatrix} \mathbf{1} & B \end{bmatrix} [a, x] = B x + a \mathbf{1}",
        r"\begin{bmatrix} \mathbf{1} & B \end{bmatrix} [a, x] = B x - a \mathbf{1}",
    ),
    (r"[U, V] \cdot [b, x] = U b + V x", r"[U, V] \cdot [b, x] = U b - V x"),
    (r"\lVert (b, x) \rVert^2 = b^\top b + x^\top x", r"\lVert (b, x) \rVert^2 = b^\top b - x^\top x"),
    (
        r"\frac{\partial}{\partial b} \lVert (b, x) \rVert^2 = 2 b",
        r"\frac{\partial}{\partial b} \lVert (b, x) \rVert^2 = b",
    ),
]
UNREAD = [
    r"\begin{pmatrix} A & B \\ D & C \end{pmatrix} = A",
    r"\begin{pmatrix} 0 & I \\ I & 0 \end{pmatrix} = A",
    r"\begin{pmatrix} A & 2 \\ 0 & 1 \end{pmatrix} = A",
    r"[b, A] = b",
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_pairs(right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, "own", symbols=DATA)


@pytest.mark.parametrize("latex", UNREAD)
def test_what_does_not_fit(latex: str) -> None:
    assert_not_read(latex, "own", symbols=DATA)
