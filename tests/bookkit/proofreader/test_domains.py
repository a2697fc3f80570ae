r"""First lines of other books that say for which values they are meant: ``f(x) = \log x, \quad x > 0``."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

LOGARITHM = r"f(x) = x \log x"
CONDITIONS = [
    r" \quad \text{for } x > 0",
    r" \quad \forall x > 0",
    r", \qquad x > 0",
    r" \quad \text{if } x \in (0, \infty)",
    r" \quad \forall x \in \mathbb{R}",
]
HALVES = (r"f(x) = x^2 \quad \text{for } x \ge 0", r"f(x) = -x^2 \quad \text{for } x < 0")
CASES = [
    # A quantity, several conditions, and what has no value outside.
    ((r"y = \sqrt{x} \quad \text{for } x > 0",), r"\frac{dy}{dx} = \frac{1}{2y}", CHECKED),
    ((r"y = \sqrt{x} \quad \text{for } x > 0",), r"\frac{dy}{dx} = \frac{1}{y}", FALSE),
    ((r"f(x) = ae^{-ax} \quad \text{for } x \ge 0, a > 0",), r"f'(x) = -a f(x)", CHECKED),
    ((r"f(x) = ae^{-ax} \quad \text{for } x \ge 0, a > 0",), r"f'(x) = a f(x)", FALSE),
    ((r"h(x) = x^2 \quad \text{for } 0 < x < 1",), r"h(x) \le x", CHECKED),
    ((r"h(x) = x^2 \quad \text{for } 0 < x < 1",), r"h(3) = 9", UNREAD),
    # One line goes on where another one ends, and a third one claims.
    (HALVES, r"f'(x) = 2 \lvert x \rvert", CHECKED),
    (HALVES, r"f'(x) = 2x", FALSE),
    (HALVES[:1], r"f(x) = x \lvert x \rvert \quad \text{if } x > 1", CHECKED),
    (HALVES[:1], r"f(x) = x \quad \text{if } x > 1", FALSE),
    (HALVES, r"f(x) = x \quad \text{if } x > 1", FALSE),
    # A line that is not read may be about the other values.
    ((HALVES[0], r"f(x) = 0 \quad \text{otherwise}"), r"f'(x) = 2x", UNREAD),
    # What a condition says of what is defined is a claim, and an equation may be more than a domain.
    ((), r"s = \sigma(x), \quad 0 < s < 1", CHECKED),
    ((), r"s = 2\sigma(x), \quad 0 < s < 1", UNREAD),
    ((), r"g(x) = x^2 \quad \text{if } g(0) = 0", UNREAD),
]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_domain_behind_a_first_line(condition: str, tmp_path: Path) -> None:
    first = LOGARITHM + condition
    assert kind_of_last(Habit("", {}, (first,)), r"f'(x) = \log x + 1", tmp_path) == CHECKED
    assert kind_of_last(Habit("", {}, (first,)), r"f'(x) = \log x - 1", tmp_path) == FALSE


@pytest.mark.parametrize(("said", "formula", "kind"), CASES)
def test_what_is_said_of_some_values(said: tuple[str, ...], formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", {}, said), formula, tmp_path) == kind
