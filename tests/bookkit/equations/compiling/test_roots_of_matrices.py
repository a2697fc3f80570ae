"""Roots of matrices: read where the matrix is diagonal, whatever it is made from."""

from __future__ import annotations

import pytest

from bookkit.equations import check

from ..told_apart import assert_not_read, assert_told_apart

DATA = {
    **{"n": "a size", "A": "a matrix of n by n", "d": "a column of n of positive numbers"},
    **{"x": "a column of n"},
}
DIAGONAL, OTHER = r"D \coloneqq \operatorname{diag}(d)", r"D \coloneqq A A^\top + I"
SCALED = r"D^{-\frac{1}{2}} A D^{-\frac{1}{2}}"
PAIRS = [  # what is true, what is false
    (
        rf"({SCALED})_{{ij}} = \frac{{A_{{ij}}}}{{\sqrt{{d_i d_j}}}}",
        rf"({SCALED})_{{ij}} = \frac{{A_{{ij}}}}{{d_i d_j}}",
    ),
    (r"D^{1/2} D^{1/2} = D", r"D^{1/2} D^{1/2} = D^2"),
    (r"D^{-0.5} D D^{-0.5} = I", r"D^{-0.5} D D^{-0.5} = D"),
    (r"D^{1/3} D^{2/3} = D", r"D^{1/3} D^{1/3} = D"),
    (
        rf"x^\top (I - {SCALED}) x = x^\top x - \sum_{{i,j}} A_{{ij}} \frac{{x_i x_j}}{{\sqrt{{d_i d_j}}}}",
        rf"x^\top (I - {SCALED}) x = x^\top x - \sum_{{i,j}} A_{{ij}} \frac{{x_i x_j}}{{\sqrt{{d_i}}}}",
    ),
    (
        r"\frac{\partial}{\partial d_i} \operatorname{tr} D^{1/2} = \frac{1}{2} d_i^{-1/2}",
        r"\frac{\partial}{\partial d_i} \operatorname{tr} D^{1/2} = d_i^{-1/2}",
    ),
    (
        r"\operatorname{diag}(d)^{-3/2} = \operatorname{diag}(d^{-3/2})",
        r"\operatorname{diag}(d)^{-3/2} = \operatorname{diag}(d^{3/2})",
    ),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_of_a_diagonal_matrix(right: str, wrong: str) -> None:
    context = check(DIAGONAL, "own", symbols=DATA).context
    assert_told_apart(right, wrong, "own", context, symbols=DATA)


@pytest.mark.parametrize("latex", [r"D^{1/2} D^{1/2} = D", r"D^{1/3} D^{2/3} = D", r"D^{0.5} = D"])
def test_any_other_matrix_has_several_roots_or_none(latex: str) -> None:
    context = check(r"D \coloneqq A + I", "own", symbols=DATA).context
    assert_not_read(latex, "own", context, symbols=DATA)
    context = check(OTHER, "own", symbols=DATA).context
    if "3" in latex:  # of a symmetric positive definite one, the square root alone is read
        assert_not_read(latex, "own", context, symbols=DATA)


@pytest.mark.parametrize("exponent", [r"1/2", "1/3"])
def test_a_matrix_that_moves_off_its_diagonal_is_not_diagonal(exponent: str) -> None:
    context = check(DIAGONAL, "own", symbols=DATA).context
    right = r"\frac{\partial}{\partial D} \operatorname{tr} D^{1/2} = \frac{1}{2} D^{-1/2}"
    if exponent == "1/2":  # still, it is symmetric where it is
        assert_told_apart(right, right.replace(r"\frac{1}{2}", ""), "own", context, symbols=DATA)
    else:
        assert_not_read(right.replace("1/2", exponent), "own", context, symbols=DATA)


def test_odd_roots_of_columns_go_entry_by_entry() -> None:
    right = r"x^{1/3} \odot x^{1/3} \odot x^{1/3} = x"
    assert_told_apart(right, right.replace("= x", "= x^2"), "own", symbols=DATA)


def test_of_an_identity_matrix_and_of_ones_without_a_length() -> None:
    assert check("I^{1/3} A = A", "own", symbols=DATA).status == "true"
    assert_not_read(r"\mathbf{1}^{1/3} = \mathbf{1}", "own", symbols=DATA)
