r"""Inverses of functions that a page defines: ``f^{-1}(y)``, ``(f^{-1})'(y)``."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from ...proofreader.test_habits import Habit, kind_of_last

CUBIC = ("f(x) = x^3 + x",)
LINE = ("f(x) = ax + b",)
HALF = (r"f(x) = x^2 \quad \text{for } x \ge 0",)
SIGMOID = (r"S(x) = \frac{1}{1 + e^{-x}}",)
CASES = [
    (CUBIC, "f^{-1}(f(x)) = x", CHECKED),
    (CUBIC, "f^{-1}(f(x)) = 2x", FALSE),
    (CUBIC, r"(f^{-1})'(y) = \frac{1}{f'(f^{-1}(y))}", CHECKED),
    (CUBIC, r"\left(f^{-1}\right)'(y) = f'(f^{-1}(y))", FALSE),
    (CUBIC, r"\frac{d}{dy} f^{-1}(y) = \frac{1}{3 f^{-1}(y)^2 + 1}", CHECKED),
    (CUBIC, r"\frac{d}{dy} f^{-1}(y) = \frac{1}{3 y^2 + 1}", FALSE),
    (LINE, r"f^{-1}(y) = \frac{y - b}{a}", CHECKED),
    (LINE, r"f^{-1}(y) = \frac{y + b}{a}", FALSE),
    (HALF, r"f^{-1}(y) = \sqrt{y}", CHECKED),
    (HALF, r"f^{-1}(y) = 2 \sqrt{y}", FALSE),
    (SIGMOID, r"S^{-1}(p) = \ln \frac{p}{1 - p}", CHECKED),
    (SIGMOID, r"S^{-1}(p) = \ln \frac{1 - p}{p}", FALSE),
    # What is the same at several places has no inverse, and neither has what nobody has defined.
    (("f(x) = x^2",), r"f^{-1}(y) = \sqrt{y}", UNREAD),
    ((r"f(x) = \sin x",), r"f^{-1}(f(x)) = x", UNREAD),
    (("f(x) = 3 + 0x",), r"f^{-1}(3) = 1", UNREAD),
    ((), r"(f^{-1})'(y) = \frac{1}{f'(f^{-1}(y))}", UNREAD),
    (CUBIC, "f^{-1} = f", UNREAD),
    (CUBIC, r"f^{-1}(x) = \frac{1}{f(x)}", UNREAD),  # a power, perhaps
]


@pytest.mark.parametrize(("said", "formula", "kind"), CASES)
def test_inverses(said: tuple[str, ...], formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", {}, said), formula, tmp_path) == kind
