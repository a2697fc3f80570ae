r"""What is small may be a column or a matrix: ``O(\lVert d \rVert^3)``."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE

from ...proofreader.test_habits import Habit, kind_of_last
from ..told_apart import assert_not_read, assert_told_apart

SYMBOLS = {
    "n": "a size",
    "m": "a size",
    "f": "a function",
    "g": "a function to columns of m",
    **dict.fromkeys(("x", "d", "a"), "a column of n"),
    **dict.fromkeys(("A", "E"), "a matrix of n by n"),
}
SLOPE = r"f(x + d) = f(x) + \nabla f(x)^\top d"
PAIRS = [
    (
        SLOPE + r" + \frac{1}{2} d^\top \nabla^2 f(x) d + O(\lVert d \rVert^3)",
        SLOPE + r" + d^\top \nabla^2 f(x) d + O(\lVert d \rVert^3)",
    ),
    (SLOPE + r" + o(\lVert d \rVert)", r"f(x + d) = f(x) - \nabla f(x)^\top d + o(\lVert d \rVert)"),
    (SLOPE + r" + O(\lVert d \rVert_2^2)", SLOPE + r" + O(\lVert d \rVert_2^3)"),
    (
        r"f(x) = f(a) + \nabla f(a)^\top (x - a) + O(\lVert x - a \rVert^2)",
        r"f(x) = f(a) + \nabla f(x)^\top x + O(\lVert x - a \rVert^2)",
    ),
    (
        r"g(x + d) = g(x) + J_g(x) d + O(\lVert d \rVert^2)",
        r"g(x + d) = g(x) - J_g(x) d + O(\lVert d \rVert^2)",
    ),
    (r"(I + E)^{-1} = I - E + O(\lVert E \rVert^2)", r"(I + E)^{-1} = I + E + O(\lVert E \rVert^2)"),
    (
        r"\lVert x + d \rVert^2 = \lVert x \rVert^2 + 2 x^\top d + \lVert d \rVert^2 + O(\lVert d \rVert^3)",
        r"\lVert x + d \rVert^2 = \lVert x \rVert^2 + 2 x^\top d + O(\lVert d \rVert^3)",
    ),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_orders_of_norms(right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, "own", symbols=SYMBOLS)


@pytest.mark.parametrize(
    "latex",
    [
        SLOPE + " + O(d^2)",  # of a column there is no square
        r"\lVert x + d \rVert_1 = \lVert x \rVert_1 + O(\lVert d \rVert)",
        r"\lVert I + A + E \rVert_2 = \lVert I + A \rVert_2 + O(\lVert E \rVert)",
        r"\operatorname{ReLU}(x + d) = \operatorname{ReLU}(x) + O(\lVert d \rVert)",
        r"x^\top d = O(\lVert x d^\top \rVert)",
    ],
)
def test_what_is_not_smooth_or_no_letter(latex: str) -> None:
    assert_not_read(latex, "own", symbols=SYMBOLS)


@pytest.mark.parametrize(("factor", "kind"), [("2", CHECKED), ("", FALSE)])
def test_the_change_of_a_column_is_a_column(factor: str, kind: str, tmp_path: Path) -> None:
    page = Habit("", {"n": "a size", "w": "a column of n"})
    left = r"\lVert w + \Delta w \rVert^2 = \lVert w \rVert^2"
    formula = rf"{left} + {factor} w^\top \Delta w + O(\lVert \Delta w \rVert^2)"
    assert kind_of_last(page, formula, tmp_path) == kind
