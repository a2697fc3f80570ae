"""Blocks of zeros without a size of their own, where something is derived."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .other_page import kinds_on

SYMBOLS = "---\nsymbols: {r: a column of n, s: a column of m, A: a matrix of n by n}\n---\n"
TWO = (  # the zeros lie elsewhere, and the rest is the same
    r"$w(t) = \begin{pmatrix} t r \\ s \\ 0 \end{pmatrix}$, "
    r"$y(t) = \begin{pmatrix} 0 \\ t r \\ s \end{pmatrix}$, "
)


@pytest.mark.parametrize(
    "claim",
    [
        "w'(t) = y'(t)",
        r"\nabla w(2) = \nabla y(2)",
        r"\frac{d w}{d t} = \frac{d y}{d t}",
        "w'(t) + y'(t) = 2 y'(t)",
        r"\lVert w'(t) + y'(t) \rVert = 2 \lVert r \rVert",
        r"w'(t)^\top y'(t) = r^\top r",
    ],
)
def test_a_derivative_does_not_lose_where_the_zeros_are(claim: str, tmp_path: Path) -> None:
    assert kinds_on(f"{SYMBOLS}{TWO}${claim}$", tmp_path)[-1] == UNREAD


def test_nor_does_that_of_ones_or_of_a_matrix(tmp_path: Path) -> None:
    assert kinds_on(rf"{SYMBOLS}$w(t) = t \mathbf{{1}}$, $w'(t) = 1$", tmp_path)[-1] == UNREAD
    matrix = r"$F(t) = \begin{pmatrix} t A & 0 \\ 0 & I \end{pmatrix}$, $F'(t) = F'(2t)$"
    assert kinds_on(SYMBOLS + matrix, tmp_path)[-1] == UNREAD


def test_with_sizes_it_is_judged(tmp_path: Path) -> None:
    sized = SYMBOLS + r"$w(t) = \begin{pmatrix} t r \\ s \end{pmatrix}$, "
    assert kinds_on(sized + r"$w'(t)^\top w'(t) = r^\top r$", tmp_path) == [DEFINES, CHECKED]
    assert kinds_on(sized + r"$w'(t)^\top w'(t) = s^\top s$", tmp_path) == [DEFINES, FALSE]
