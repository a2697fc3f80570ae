r"""What is open here and what most books mean: how far a derivative goes, and what an argmin is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

NOTHING: tuple[str, ...] = ()
SYMMETRIC = r" \quad \text{if } W \text{ is symmetric}"
RSS = (r"\mathrm{RSS}(\lambda) = (y - X \beta)^T (y - X \beta) + \lambda \beta^T \beta",)
RIDGE = r"\operatorname{argmin}_\beta \mathrm{RSS}(\lambda) = (X^T X + \lambda I)^{-1} X^T y"
CASES = [
    # A derivative of the whole product, where the claim is true of it; any other end is left to the author.
    (NOTHING, rf"\frac{{\partial}}{{\partial s}} (y - X s)^T W (y - X s) = -2 X^T W (y - X s){SYMMETRIC}",
     CHECKED),
    (NOTHING, rf"\frac{{\partial}}{{\partial s}} (y - X s)^T W (y - X s) = -X^T W (y - X s){SYMMETRIC}",
     FALSE),  # no column but the whole has a derivative by one
    (NOTHING, r"\frac{\partial}{\partial X} (y - X s)^T W (y - X s) = -2 W (y - X s) s^T" + SYMMETRIC,
     CHECKED),
    (NOTHING, r"\frac{\partial}{\partial X} (y - X s)^T W (y - X s) = -W (y - X s) s^T" + SYMMETRIC, FALSE),
    (NOTHING, r"\nabla_s \, (y - X s)^T (y - X s) = -2 X^T (y - X s)", CHECKED),
    (NOTHING, r"\nabla_s \, (y - X s)^T (y - X s) = 2 X^T (y - X s)", FALSE),  # here only one has a gradient
    (NOTHING, r"\frac{d}{du} f(u) \cdot g(u) = f'(u) g(u) + f(u) g'(u)", CHECKED),
    (NOTHING, r"\frac{d}{du} f(u) \cdot g(u) = f'(u) g(u)", UNREAD),
    (NOTHING, r"\frac{d}{du} f(u) \cdot g(u) = f'(u) g'(u)", UNREAD),
    (NOTHING, r"3 \frac{d}{du} (u + 1) (u - 1) = 6 u", CHECKED),
    # What a name of several letters is made from.
    (RSS, RIDGE, CHECKED),
    (RSS, RIDGE.replace("+", "-"), FALSE),
]  # fmt: skip
SYMBOLS = {
    "n": "a size",
    "m": "a size",
    "X": "a matrix of m by n",
    "W": "a matrix of m by m",
    "s": "a column of n",
    "y": "a column of m",
    r"\beta": "a column of n",
    r"\lambda": "a positive number",
}


@pytest.mark.parametrize(("said", "formula", "expected"), CASES)
def test_what_most_books_mean(said: tuple[str, ...], formula: str, expected: str, tmp_path: Path) -> None:
    habit = Habit("usual readings", said=said, symbols=SYMBOLS)
    assert kind_of_last(habit, formula, tmp_path) == expected
