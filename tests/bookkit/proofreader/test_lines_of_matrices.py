"""Rows and columns of a matrix by a letter of their own: `x: the rows of X`, and x_i is a column."""

from __future__ import annotations

import pytest

from bookkit.equations import Context, check
from bookkit.equations.judging.manner import ELSEWHERE
from bookkit.notations import declared, get

from ..equations.told_apart import assert_told_apart

DATA = {
    "N": "a size", "M": "a size", "X": "a matrix of N by M", "x": "the rows of X", "w": "a column of M",
    "A": "a matrix of N by M", "a": "the columns of A", "t": "a column of N of numbers between 0 and 1",
}  # fmt: skip
FIT = r"p_i = \sigma(w^\top x_i)"
COST = r"E = -\sum_{i=1}^N (t_i \ln p_i + (1 - t_i) \ln(1 - p_i))"

TRUE = [
    r"\|X w\|^2 = \sum_{i=1}^N (x_i^\top w)^2",
    r"X^\top X = \sum_i x_i x_i^\top",
    r"X^\top X = \sum_{i=1}^N x^{(i)} (x^{(i)})^\top",
    r"(X w)_i = \sum_{j=1}^M x_{ij} w_j",
    r"(X w)_i = \sum_{j=1}^M x^{(i)}_j w_j",
    r"(A^\top t)_j = a_j^\top t",
    r"A w = \sum_j w_j a_j",
    r"\nabla_{x_i} \|X w\|^2 = 2 (w^\top x_i) w",
    r"\frac{\partial (x_i^\top w)}{\partial x_i} = w",
]
FALSE = [
    r"\|X w\|^2 = \sum_{i=1}^N (x_i^\top w)^3",
    r"X^\top X = 2 \sum_i x_i x_i^\top",
    r"(X w)_i = \sum_{j=1}^M x_{ij} w_j + x_{i1}",
    r"(A^\top t)_j = 2 a_j^\top t",
    r"\nabla_{x_i} \|X w\|^2 = 2 (w^\top x_i) x_i",
]
UNREAD = [r"X X^\top = \sum_i x_i x_i^\top", r"x w = X w", r"(X w)_i = \sum_{j=1}^M x_{ji} w_j"]


@pytest.mark.parametrize("latex", TRUE)
def test_a_row_is_read_as_a_column(latex: str) -> None:
    verdict = check(latex, symbols=DATA, manner=ELSEWHERE)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("latex", FALSE)
def test_what_is_false_of_rows_is_refuted(latex: str) -> None:
    assert check(latex, symbols=DATA, manner=ELSEWHERE).status == "false"


@pytest.mark.parametrize("latex", UNREAD)
def test_what_fits_no_rows_is_not_read(latex: str) -> None:
    assert check(latex, symbols=DATA, manner=ELSEWHERE).status == "error"


def test_a_cost_of_all_rows_has_a_gradient() -> None:
    context = Context()
    for line in (FIT, COST):
        context = check(line, context=context, symbols=DATA, manner=ELSEWHERE).context
    right, wrong = (rf"\nabla_w E = \sum_i (p_i {sign} t_i) x_i" for sign in "-+")
    assert_told_apart(right, wrong, context=context, symbols=DATA, manner=ELSEWHERE)


def test_only_a_matrix_has_rows() -> None:
    with pytest.raises(declared.DeclarationError, match="no matrix"):
        declared.extended(get("own"), {"n": "a size", "t": "a column of n", "u": "the rows of t"})
