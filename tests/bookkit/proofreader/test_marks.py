r"""Marks above a letter in other books, which label it: ``w^\star``, ``X^\dagger``, ``w^\circ``, ``x^+``."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

REGRESSION = {"n": "a size", "m": "a size", "X": "a matrix of m by n", "y": "a column of m"}
MARKS = [r"\star", r"{\star}", r"\dagger", r"\circ", r"\ast", "+"]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_labels_a_letter(mark: str, tmp_path: Path) -> None:
    page = Habit("", REGRESSION, (rf"w^{mark} = (X^T X)^{{-1}} X^T y",))
    assert kind_of_last(page, rf"X^T X w^{mark} = X^T y", tmp_path) == CHECKED
    assert kind_of_last(page, rf"X^T X w^{mark} = 2 X^T y", tmp_path) == FALSE


@pytest.mark.parametrize(
    ("said", "formula", "kind"),
    [
        ((r"X^\dagger = (X^T X)^{-1} X^T",), r"X X^\dagger X = X", CHECKED),
        ((r"X^\dagger = (X^T X)^{-1} X^T",), r"X X^\dagger X = 2X", FALSE),
        ((), r"X X^\dagger X = X", UNREAD),
        ((r"f(x) = (x - 1)^2 + 3", r"f^\star = f(1)"), r"f^\star = 3", CHECKED),
        ((r"f(x) = (x - 1)^2 + 3", r"f^\star = f(1)"), r"f(x) \le f^\star", FALSE),
        ((), r"(X X)^\dagger = X^\dagger X^\dagger", UNREAD),
        ((), r"x \star x = x", UNREAD),
        ((), r"\cos 90^\circ = 0", UNREAD),
    ],
)
def test_what_is_made_with_marks(said: tuple[str, ...], formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", REGRESSION, said), formula, tmp_path) == kind
