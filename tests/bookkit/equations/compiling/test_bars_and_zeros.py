"""Bars around a matrix, a power behind the larger of two numbers, a 0 that is an array of zeros, and what is
added to each column.
"""

from __future__ import annotations

import pytest

from bookkit.equations import check

from ..told_apart import assert_not_read

DATA = {"N": "a size", "M": "a size", "A": "a matrix of N by N", "B": "a matrix of N by M",
        "C": "a matrix of N by M", "b": "a column of N", "t": "a number", "c": "a column of M"}  # fmt: skip

TRUE = [
    r"|I_N + B C^\top| = |I_M + B^\top C|",
    r"|A^\top| = |A|",
    r"|A A| = |A|^2",
    r"|A| = \det A",
    r"|I + b b^\top| = 1 + b^\top b",
    r"|-t| = |t|",
    r"t^2 + 0 = \max(0, t)^2 + \min(0, t)^2",
    r"A b - A b = 0",
    r"0 = A - A",
    r"(B + b)_{ij} = B_{ij} + b_i",
    r"(b^\top B + t)_j = t + \sum_{i=1}^N b_i B_{ij}",
    r"\frac{\partial}{\partial b_i} \sum_{k=1}^N \sum_{j=1}^M (B + b)_{kj}^2 = 2 \sum_{j=1}^M (B + b)_{ij}",
]
FALSE = [
    r"|I_N + B C^\top| = |I_M - B^\top C|",
    r"|-A| = |A|",
    r"|A A| = |A|",
    r"|I + b b^\top| = 1 - b^\top b",
    r"t^2 + 0 = \max(0, t)^2 - \min(0, t)^2",
    r"A b - b = 0",
    r"A + A^\top = 0",
    r"(B + b)_{ij} = B_{ij} + b_i^2",
    r"(b^\top B + t)_j = \sum_{i=1}^N b_i B_{ij} - t",
    r"\frac{\partial}{\partial b_i} \sum_{k=1}^N \sum_{j=1}^M (B + b)_{kj}^2 = 2 (B_{i1} + b_i)",
]
UNREAD = [r"|B| = 1", r"|b| = 1", r"A b - b = 1", r"B + c = c + B", r"A + t = t + A"]


@pytest.mark.parametrize("latex", TRUE)
def test_read(latex: str) -> None:
    verdict = check(latex, "own", symbols=DATA)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("latex", FALSE)
def test_refuted(latex: str) -> None:
    assert check(latex, "own", symbols=DATA).status == "false"


@pytest.mark.parametrize("latex", UNREAD)
def test_not_read(latex: str) -> None:
    assert_not_read(latex, "own", symbols=DATA)
