"""Dots at the end of a sum: the series that the terms before them begin, and no other."""

from __future__ import annotations

import pytest

from bookkit.equations import check

SYMBOLS = {"x": "a number", "a": "a number between 0 and 1", "n": "a size", "A": "a matrix of n by n"}

TRUE = [
    r"1 + x + \frac{x^2}{2!} + \frac{x^3}{3!} + \cdots = e^x",
    r"1 - x^2 + \frac{x^4}{2!} - \frac{x^6}{3!} + \cdots = e^{-x^2}",
    r"x - \frac{x^3}{3!} + \frac{x^5}{5!} - \cdots = \sin x",
    r"1 + \frac{x^2}{2!} + \frac{x^4}{4!} + \dots = \cosh x",
    r"x (1 + a + a^2 + \dots) = \frac{x}{1 - a}",
    r"1 + 2a + 3a^2 + 4a^3 + \cdots = \frac{1}{(1 - a)^2}",
    r"-a - \frac{a^2}{2} - \frac{a^3}{3} - \cdots = \ln(1 - a)",
    r"1 + x + x^2 + \dots = \frac{1}{1 - x} \quad \text{if } |x| < 1",
    r"I + a A + a^2 A^2 + \cdots = (I - a A)^{-1} \quad \text{if } \|A\|_F < 1",
]
FALSE = [
    r"1 + x + \frac{x^2}{2!} + \frac{x^3}{3!} + \cdots = e^{2x}",
    r"1 + x + \frac{x^2}{2!} + \frac{x^3}{3!} + \cdots = 1 + x + \frac{x^2}{2} + \frac{x^3}{6}",
    r"x - \frac{x^3}{3!} + \frac{x^5}{5!} - \cdots = \cos x",
    r"x (1 + a + a^2 + \dots) = \frac{x}{1 + a}",
    r"a - \frac{a^2}{2} + \frac{a^3}{3} - \cdots = \ln(1 - a)",
]
UNREAD = [
    r"1 + x + \frac{x^2}{2} + \frac{x^3}{6} + \cdots = e^x",  # how does 6 go on?
    r"1 + a + \dots = \frac{1}{1 - a}",
    r"1 + a + a^2 - \dots = \frac{1}{1 - a}",
    r"x - \frac{x^3}{3!} + \frac{x^5}{5!} + \cdots = \sin x",  # the next sign is the other
    r"1 + x + x^2 + \dots = \frac{1}{1 - x}",  # not for any x
    r"1 + 2 + 4 + \dots = x",
    r"a + a^2 + a^4 + \dots = x",
]


@pytest.mark.parametrize("latex", TRUE)
def test_a_series_goes_on_as_it_begins(latex: str) -> None:
    verdict = check(latex, "own", symbols=SYMBOLS)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("latex", FALSE)
def test_a_series_is_no_other(latex: str) -> None:
    assert check(latex, "own", symbols=SYMBOLS).status == "false"


@pytest.mark.parametrize("latex", UNREAD)
def test_what_shows_no_rule_is_refused(latex: str) -> None:
    verdict = check(latex, "own", symbols=SYMBOLS)
    assert verdict.status == "error"
    assert not verdict.is_breakdown
