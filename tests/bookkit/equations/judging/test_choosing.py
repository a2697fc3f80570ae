r"""A number that is one of a few, ``y \in \{-1, 1\}``, and letters before what is made from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from ...proofreader.test_habits import Habit, kind_of_last
from ..told_apart import assert_not_read, assert_told_apart

SYMBOLS = {
    "y": "a number",
    "z": "a number",
    "r": "a positive number",
    "p": "a number between 0 and 1",
    r"\gamma": "a positive number",
}
PAIRS = [
    (r"(1 - yz)^2 = (y - z)^2", r"(1 - yz)^2 = (y + z)^2", r"y \in \{-1, 1\}"),
    (r"p^y (1 - p)^{1 - y} = y p + (1 - y)(1 - p)", r"p^y (1 - p)^{1 - y} = y p", r"y \in \{0, 1\}"),
    (r"y^2 = y", r"y^2 = 2y", r"y \in \{0, 1\}"),
    (r"\lvert y + r \rvert = r + 1", r"\lvert y + r \rvert = r + 2", r"y \in \{1, 2\}, y < 2"),
]


@pytest.mark.parametrize(("right", "wrong", "condition"), PAIRS)
def test_each_of_a_few_has_its_turn(right: str, wrong: str, condition: str) -> None:
    said = rf" \quad \text{{if }} {condition}"
    assert_told_apart(right + said, wrong + said, "own", symbols=SYMBOLS)


def test_one_that_holds_for_all_but_one_is_false_and_what_is_never_met_is_open() -> None:
    right, wrong = (rf"y^3 = y \quad \text{{if }} y \in \{{{few}\}}" for few in ("-1, 0, 1", "-1, 0, 1, 2"))
    assert_told_apart(right, wrong, "own", symbols=SYMBOLS)
    assert_not_read(r"r^2 = 1 \quad \text{if } r \in \{-1, -2\}", "own", symbols=SYMBOLS)


def test_nothing_is_said_where_not_all_of_the_few_are_tried() -> None:
    symbols = SYMBOLS | {"b": "a whole number"}
    assert_not_read(r"b = 1 \quad \text{for } b \in \{0, 1\}", "own", symbols=symbols)
    factors, few = "".join(f"(y - {k})" for k in range(1, 9)), ", ".join(map(str, range(1, 10)))
    assert_not_read(rf"{factors} = 0 \quad \text{{for }} y \in \{{{few}\}}", "own", symbols=symbols)


FOCAL = (r"p_\mathrm{t} = \sigma(yx)", r"\mathrm{FL} = -(1 - p_\mathrm{t})^\gamma \log p_\mathrm{t}")
SLOPE = r"\frac{d\,\mathrm{FL}}{dx} = y(1 - p_\mathrm{t})^\gamma (\gamma p_\mathrm{t} \log p_\mathrm{t} %s 1)"


@pytest.mark.parametrize(
    ("said", "formula", "kind"),
    [
        (FOCAL, SLOPE % r"+ p_\mathrm{t} -", CHECKED),
        (FOCAL, SLOPE % r"+ p_\mathrm{t} +", FALSE),
        (("q = xy",), "y(1 - q) = y - xy^2", CHECKED),
        (("q = xy",), "y(1 - q) = y - xy", FALSE),
        (("q = xy",), "z(1 - q) = z + zq", UNREAD),
        ((r"q = \frac{\partial L}{\partial w}",), "L(w - q) = L w - L q", UNREAD),
    ],
)
def test_a_letter_before_what_is_made_from_it(
    said: tuple[str, ...], formula: str, kind: str, tmp_path: Path
) -> None:
    assert kind_of_last(Habit("", {r"\gamma": "a positive number"}, said), formula, tmp_path) == kind
