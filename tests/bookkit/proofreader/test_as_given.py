"""What holds with the values that another book has given, and for no others, is not called false."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .other_page import findings_on, kinds_on

# What is given, what holds with it and for no others, what is false with it, and what holds for all values.
GIVEN = [
    ("$b = 2$", "b c = 2 c", "b c = 3 c", "b c = c b"),
    (r"$\eta \coloneqq 0.1$", r"w - \eta g = w - 0.1 g", r"w - \eta g = w + g", r"\eta g = g \eta"),
    (r"$b = 10^{-9}$", "b c = 0.000000001 c", "b c = 0 c", "b + c = c + b"),
    ("$b = 1/3$", "b a = a / 3", "b a = a / 4", "b a + a = a + a b"),
    (r"$b = -\sqrt{2}$", r"b a = -\sqrt{2} a", r"b a = \sqrt{2} a", "b a = a b"),
    ("$x_1 = 2$", "x_1 a = 2 a", "x_1 a = 3 a", "x_1 a = a x_1"),
    ("$x_0 = 2/3$", "3 x_0 a = 2 a", "2 x_0 a = 3 a", "x_0 a = a x_0"),
    (
        "$b = 2$",
        r"\frac{\partial}{\partial b} b^2 a = 4 a",
        r"\frac{\partial}{\partial b} b^2 a = 5 a",
        "b = b + a - a",
    ),
    ("$b = -2$, $f(x) = b x$", "3 f(c) = -6 c", "3 f(c) = 6 c", "f(2 c) = 2 f(c)"),
]


@pytest.mark.parametrize(("given", "then", "wrong", "always"), GIVEN)
def test_what_holds_with_the_value_is_left_open(
    given: str, then: str, wrong: str, always: str, tmp_path: Path
) -> None:
    assert kinds_on(f"Let {given}. Then ${then}$.", tmp_path)[-1] == UNREAD
    assert kinds_on(f"Let {given}. Then ${wrong}$.", tmp_path)[-1] == FALSE
    assert kinds_on(f"Let {given}. Then ${always}$.", tmp_path)[-1] == CHECKED


def test_the_author_is_told_how_to_mean_the_value(tmp_path: Path) -> None:
    last = findings_on("Let $b = 0.5$. Then $4 b c = 2 c$.", tmp_path)[-1]
    assert r"with b = 0.5, as the page has given, it holds" in last.message
    mended = r"Let $b = 0.5$. Then $4 b c = 2 c \quad\text{if } b = 0.5$."
    assert kinds_on(mended, tmp_path) == [DEFINES, CHECKED]


def test_a_formula_may_begin_with_its_values(tmp_path: Path) -> None:
    assert kinds_on(r"$b = 1/3, \quad b a = a/3$", tmp_path) == [UNREAD]
    assert kinds_on(r"$b = 1/3, \quad b a = a/4$", tmp_path) == [FALSE]
