"""The gamma, beta and digamma functions, where a page declares a letter or a word as one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE

from ...proofreader.test_habits import Habit, kind_of_last
from ..told_apart import assert_not_read, assert_told_apart

DECLARED = {
    r"\Gamma": "the gamma function",
    "B": "the beta function",
    r"\psi": "the digamma function",
    "a": "a positive number",
    "b": "a positive number",
}
CLAIMS = [
    (r"\Gamma(x + 1) = x\,\Gamma(x)", r"\Gamma(x + 1) = (x + 1)\,\Gamma(x)"),
    (r"\Gamma(n + 1) = n!", r"\Gamma(n) = n!"),
    (r"\Gamma\left(\tfrac12\right) = \sqrt{\pi}", r"\Gamma\left(\tfrac12\right) = \pi"),
    (r"\mathrm{B}(a, b) = \frac{\Gamma(a)\Gamma(b)}{\Gamma(a + b)}", r"B(a, b) = \Gamma(a)\Gamma(b)"),
    (r"\psi(a + 1) = \psi(a) + \frac{1}{a}", r"\psi(a + 1) = \psi(a) - \frac{1}{a}"),
    (r"\psi(a) = \frac{\Gamma'(a)}{\Gamma(a)}", r"\psi(a) = \Gamma'(a)"),
    (
        r"\frac{\partial}{\partial a} \ln B(a, b) = \psi(a) - \psi(a + b)",
        r"\frac{\partial}{\partial a} \ln B(a, b) = \psi(a) - \psi(b)",
    ),
    (
        r"\Gamma(a) = \int_0^\infty t^{a-1} e^{-t}\,dt",
        r"\Gamma(a) = \int_0^\infty t^a e^{-t}\,dt",
    ),
]


@pytest.mark.parametrize(("right", "wrong"), CLAIMS)
def test_laws(right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, "own", symbols=DECLARED | {"x": "a number", "n": "a whole number"})


def test_a_letter_that_is_not_declared_is_no_function() -> None:
    assert_not_read(r"\Gamma(a + 1) = a\,\Gamma(a)", "own", symbols={"a": "a number"})
    assert_not_read(r"B(a) = 1", "own", symbols=DECLARED)


def test_what_a_page_declares_its_lines_do_not_define(tmp_path: Path) -> None:
    page = Habit("", DECLARED)
    assert kind_of_last(page, r"B(a, b) = B(b, a)", tmp_path) == CHECKED
    assert kind_of_last(page, r"B(a, b) = \Gamma(a + b)", tmp_path) == FALSE
