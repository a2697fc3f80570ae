"""Matrices that are made of matrices, and lists of columns."""

from __future__ import annotations

import pytest

from ..told_apart import assert_not_read, assert_told_apart

DATA = {
    **{"m": "a size", "n": "a size", "k": "a size", "A": "a matrix of m by m", "B": "a matrix of m by n"},
    **{"C": "a matrix of n by m", "D": "a matrix of n by n", "b": "a column of m", "x": "a column of n"},
    **{"U": "a matrix of k by m", "V": "a matrix of k by n", "a": "a number", "c": "a positive number"},
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
DAMPED = r"\begin{bmatrix} B \\ \sqrt{c} I \end{bmatrix}"
OPEN = r"\begin{bmatrix} b \\ 0 \end{bmatrix}"
OPEN_PAIRS = [  # what is true, what is false, of a block whose size follows from what the matrix meets
    (
        rf"\lVert {DAMPED} x + {OPEN} \rVert^2 = \lVert B x + b \rVert^2 + c \lVert x \rVert^2",
        rf"\lVert {DAMPED} x + {OPEN} \rVert^2 = \lVert B x + b \rVert^2 + \sqrt{{c}} \lVert x \rVert^2",
    ),
    (
        rf"\frac{{\partial}}{{\partial x}} \lVert {OPEN} - {DAMPED} x \rVert^2 = 2 B^\top (B x - b) + 2 c x",
        rf"\frac{{\partial}}{{\partial x}} \lVert {OPEN} - {DAMPED} x \rVert^2 = 2 B^\top (B x - b) + c x",
    ),
    (rf"{DAMPED}^\top {OPEN} = B^\top b", rf"{DAMPED}^\top {OPEN} = B^\top b + x"),
    (rf"{OPEN}^\top {DAMPED} = b^\top B", rf"{OPEN}^\top {DAMPED} = -b^\top B"),
    (
        rf"{BLOCKS} {OPEN} = \begin{{bmatrix}} A b \\ C b \end{{bmatrix}}",
        rf"{BLOCKS} {OPEN} = \begin{{bmatrix}} A b \\ 0 \end{{bmatrix}}",
    ),
    (
        r"\begin{bmatrix} A & B \end{bmatrix} \begin{bmatrix} I_m \\ 0 \end{bmatrix} = A",
        r"\begin{bmatrix} A & B \end{bmatrix} \begin{bmatrix} I_m \\ 0 \end{bmatrix} = 2 A",
    ),
    (
        rf"(b, x) - a {OPEN} = \begin{{bmatrix}} (1 - a) b \\ x \end{{bmatrix}}",
        rf"(b, x) - a {OPEN} = \begin{{bmatrix}} a b \\ x \end{{bmatrix}}",
    ),
]
UNREAD = [
    rf"{OPEN} + {OPEN} = 2 {OPEN}",
    rf"\lVert {OPEN} \rVert = \lVert b \rVert",
    rf"{OPEN} = b",
    rf"A b + {OPEN} = A b + b",
    rf"\frac{{\partial}}{{\partial b}} {OPEN} = I",
    r"\begin{bmatrix} A & B \end{bmatrix} \begin{bmatrix} I \\ 0 \end{bmatrix} = A",
    rf"{OPEN}^{{-1}} = b",
    rf"\tanh {OPEN} = b",
    rf"({OPEN}, x) = x",
    rf"{OPEN}_1 = b_1",
    rf"\lim_{{a \to 0}} a {OPEN} = b",
    rf"{OPEN} \in \mathbb{{R}}^m",
    rf"\lfloor {OPEN} \rfloor = b",
    rf"\lambda_{{\max}}({OPEN}) = a",
    r"\begin{pmatrix} A & B \\ D & C \end{pmatrix} = A",
    r"\begin{pmatrix} 0 & I \\ I & 0 \end{pmatrix} = A",
    r"\begin{pmatrix} A & 2 \\ 0 & 1 \end{pmatrix} = A",
    r"[b, A] = b",
]


@pytest.mark.parametrize(("right", "wrong"), [*PAIRS, *OPEN_PAIRS])
def test_pairs(right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, "own", symbols=DATA)


@pytest.mark.parametrize("latex", UNREAD)
def test_what_does_not_fit(latex: str) -> None:
    assert_not_read(latex, "own", symbols=DATA)
