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
HUBER = (
    r"L = \frac12 x^2 \quad \text{for } |x| \le \delta",
    r"L = \delta(|x| - \frac12 \delta) \quad \text{for } |x| > \delta",
)
CASES = [
    # A quantity, several conditions, and what has no value outside.
    ((r"y = \sqrt{x} \quad \text{for } x > 0",), r"\frac{dy}{dx} = \frac{1}{2y}", CHECKED),
    ((r"y = \sqrt{x} \quad \text{for } x > 0",), r"\frac{dy}{dx} = \frac{1}{y}", FALSE),
    ((r"f(x) = ae^{-ax} \quad \text{for } x \ge 0, a > 0",), r"f'(x) = -a f(x)", CHECKED),
    ((r"f(x) = ae^{-ax} \quad \text{for } x \ge 0, a > 0",), r"f'(x) = a f(x)", FALSE),
    ((r"h(x) = x^2 \quad \text{for } 0 < x < 1",), r"h(x) \le x", CHECKED),
    ((r"h(x) = x^2 \quad \text{for } 0 < x < 1",), r"h(3) = 9", UNREAD),
    (HUBER, r"\frac{dL}{dx} = \delta \quad \text{if } x > \delta, \delta > 0", CHECKED),
    (HUBER, r"\frac{dL}{dx} = x \quad \text{if } x > \delta, \delta > 0", FALSE),
    # What a set says of sizes is no restriction, and what is not read is not called false.
    ((), r"a_n = \frac{1}{n} \quad \text{for } n \ge 1", UNREAD),
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


@pytest.mark.parametrize(("slope", "kind"), [("2", CHECKED), ("3", FALSE)])
def test_a_function_of_a_column_says_so(slope: str, kind: str, tmp_path: Path) -> None:
    said = (r"f(x) = \lVert x \rVert^2 \quad \text{for } x \in \mathbb{R}^n",)
    page = Habit("", {"n": "a size", "x": "a column of n"}, said)
    assert kind_of_last(page, rf"x^\top \nabla f(x) = {slope} \lVert x \rVert^2", tmp_path) == kind
