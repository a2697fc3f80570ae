"""Columns and rows of a matrix, several indices with one range, and the largest of a list with dots."""

from __future__ import annotations

import pytest

from ..told_apart import assert_not_read, assert_told_apart

SYMBOLS = {
    "m": "a size",
    "n": "a size",
    "q": "a size",
    "W": "a matrix of m by n",
    "V": "a matrix of n by q",
    "x": "a column of n",
}
TOLD_APART = [
    (r"W x = \sum_j x_j W_{:,j}", r"W x = \sum_j x_j^2 W_{:,j}"),
    (r"(W V)_{i,k} = W_{i,:} V_{:,k}", r"(W V)_{i,k} = W_{i,:} x"),
    (r"\nabla_{W_{:,j}} \lVert W \rVert_F^2 = 2 W_{:,j}", r"\nabla_{W_{:,j}} \lVert W \rVert_F^2 = W_{:,j}"),
    (r"(\sum_i x_i)^2 = \sum_{i,j=1}^n x_i x_j", r"(\sum_i x_i)^2 = \sum_{i,j=1}^n x_i x_i"),
    (r"\sum_{i,j,k=1}^2 i j k = 27", r"\sum_{i,j,k=1}^2 i j k = 26"),
    (r"\max\{x_1, \dots, x_n\} = \max_i x_i", r"\min\{x_1, \dots, x_n\} = \max_i x_i"),
    (r"\max(x_1^2, \dots, x_n^2) \le \sum_i x_i^2", r"\max(x_1^2, \dots, x_n^2) \ge \sum_i x_i^2"),
    (r"\sum_j x_j x - x_i x = \sum_{j \ne i} x_j x", r"\sum_j x_j x = x_i x + 2 \sum_{j \ne i} x_j x"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong"), TOLD_APART)
def test_parts_and_ranges_are_told_apart(right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, notation="own", symbols=SYMBOLS)


@pytest.mark.parametrize(
    "latex", [r"W_{:,:} = W", r"x_{:} = x", r"\sum_{i,j=1} x_i x_j = 1", r"\max\{x, \dots, W\} = 1"]
)
def test_other_ranges_are_not_read(latex: str) -> None:
    assert_not_read(latex, notation="own", symbols=SYMBOLS)
