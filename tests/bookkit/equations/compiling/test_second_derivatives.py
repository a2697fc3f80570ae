r"""Derivatives of as many entries as a length has pairs: by a matrix, and second ones by a column."""

from __future__ import annotations

from bookkit.equations.judging.manner import ELSEWHERE

from ..told_apart import assert_told_apart

DATA = {
    "X": "a matrix of n by n",  # the n of the table, which may be a hundred
    "f": "a function",
    "x": "a column of n",
    "d": "a column of n",
    r"\epsilon": "a number",
}
DET = r"\frac{\partial \ln \lvert \det(X) \rvert}{\partial X} = "
TAYLOR = (
    r"f(x + \epsilon d) = f(x) + \epsilon \nabla f(x)^\top d + \frac{\epsilon^2}{%d} d^\top \nabla^2 f(x) d"
    r" + O(\epsilon^3)"
)


def test_the_logarithm_of_a_determinant() -> None:
    assert_told_apart(DET + r"(X^{-1})^\top", DET + r"2 (X^{-1})^\top", symbols=DATA, manner=ELSEWHERE)


def test_a_second_order_expansion_of_any_function_of_a_column() -> None:
    assert_told_apart(TAYLOR % 2, TAYLOR % 3, symbols=DATA, manner=ELSEWHERE)


def test_a_mean_that_the_table_has_settled_is_a_condition_like_others() -> None:
    centred = r" \quad \text{if } \mathbb{E}[w] = 0"
    variance = r"\operatorname{Var}(w x) = \operatorname{Var}(w) "
    right, wrong = r"\mathbb{E}[x^2]", r"\operatorname{Var}(x)"
    assert_told_apart(variance + right + centred, variance + wrong + centred, "chance")
