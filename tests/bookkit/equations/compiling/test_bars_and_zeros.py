"""Bars around a matrix, a power behind the larger of two numbers, and a 0 that is an array of zeros."""

from __future__ import annotations

import pytest

from bookkit.equations import check

DATA = {"N": "a size", "M": "a size", "A": "a matrix of N by N", "B": "a matrix of N by M",
        "C": "a matrix of N by M", "b": "a column of N", "t": "a number"}  # fmt: skip

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
]
FALSE = [
    r"|I_N + B C^\top| = |I_M - B^\top C|",
    r"|-A| = |A|",
    r"|A A| = |A|",
    r"|I + b b^\top| = 1 - b^\top b",
    r"t^2 + 0 = \max(0, t)^2 - \min(0, t)^2",
    r"A b - b = 0",
    r"A + A^\top = 0",
]
UNREAD = [r"|B| = 1", r"|b| = 1", r"A b - b = 1"]


@pytest.mark.parametrize("latex", TRUE)
def test_read(latex: str) -> None:
    verdict = check(latex, "own", symbols=DATA)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("latex", FALSE)
def test_refuted(latex: str) -> None:
    assert check(latex, "own", symbols=DATA).status == "false"


@pytest.mark.parametrize("latex", UNREAD)
def test_not_read(latex: str) -> None:
    verdict = check(latex, "own", symbols=DATA)
    assert verdict.status == "error"
    assert not verdict.is_breakdown
