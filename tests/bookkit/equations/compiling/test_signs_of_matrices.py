"""What stands above a matrix, an inverse, a power or a T, and two signs that other books write."""

from __future__ import annotations

import pytest

from bookkit.equations import Context, check
from bookkit.equations.judging.manner import ELSEWHERE

from ..told_apart import assert_told_apart

DATA = {
    **{"n": "a size", "N": "a size", "D": "a size", "x": "a column of n", "m": "a column of n"},
    **{"S": "a matrix of n by n", "X": "a matrix of N by D", "T": "a matrix of N by D", "w": "a column of D"},
}

CASES = [  # what defines, what is true, what is false
    (
        r"Q = (x - m)^\top S^{-1} (x - m)",
        r"\nabla_x Q = (S^{-1} + S^{-\top}) (x - m)",
        r"\nabla_x Q = 2 S^{-1} (x - m)",
    ),
    (r"Q = x^\top S^2 x", r"\frac{\partial Q}{\partial x} = (S^2 + (S^2)^\top) x", r"\nabla_x Q = 2 S^2 x"),
    (r"Q = \lVert X - T \rVert_F^2", r"Q = \operatorname{tr}((X - T)^T (X - T))", r"T^T X = X^T T"),
    (r"\mathscr{E} = \frac{1}{2} x^\top x", r"\nabla_x \mathscr{E} = x", r"\nabla_x \mathscr{E} = 2 x"),
    (r"q = x \bullet m", r"\sum_j q_j = x^\top m", r"\sum_j q_j = x^\top x"),
]


@pytest.mark.parametrize(("definition", "right", "wrong"), CASES)
def test_cases(definition: str, right: str, wrong: str) -> None:
    context = check(definition, context=Context(), symbols=DATA, manner=ELSEWHERE).context
    assert_told_apart(right, wrong, context=context, symbols=DATA, manner=ELSEWHERE)


def test_a_number_above_is_a_power() -> None:
    numbers = {"T": "a size", "x": "a positive number"}
    assert_told_apart(r"x^T x = x^{T + 1}", r"x^T x = x^T", "own", symbols=numbers)
