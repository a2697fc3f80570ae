"""T above an array on a page with times: the sign of a transpose, or the number of steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

SYMBOLS = {
    "x_t": "a column of n at each time",
    "g": "a column of n",
    "W": "a matrix of n by n",
    "V": "a matrix of n by n",
}
STEPS = (r"h_t = W h_{t-1}",)
SUM = (r"S = \sum_{t=1}^T g^\top x_t",)
NOTHING: tuple[str, ...] = ()

CASES = [
    (NOTHING, r"x_t^T g = g^{T} x_t", CHECKED),
    (NOTHING, r"x_t^T g = 2 g^T x_t", FALSE),
    (NOTHING, r"g^T W x_t = x_t^T W^T g", CHECKED),
    (NOTHING, r"g^T W x_t = x_t^T W g", FALSE),
    ((r"S = \sum_{t=1}^T g^T x_t",), r"S = \sum_{t=1}^T x_t^T g", CHECKED),
    ((r"S = \sum_{t=1}^T g^T x_t",), r"S + S = 3 \sum_{t=1}^T x_t^T g", FALSE),
    (STEPS, r"h_T = W^T h_0", CHECKED),  # a power
    (STEPS, r"h_T - W^T h_0 = h_T", FALSE),
    ((*STEPS, r"h_T = W^T h_0"), r"x_t^T W^T = (W x_t)^\top", UNREAD),  # T may be both
    ((*STEPS, r"h_T = W^T h_0"), r"x_t^T W^T = (W x_t)^T", UNREAD),
    ((*STEPS, r"h_T = W^T h_0"), r"x_t^T g = g^T x_t", CHECKED),
    (SUM, r"W V^T = (V W^T)^\top", UNREAD),  # true as transposes
    (SUM, r"W V^T = 2 (V W^T)^\top", FALSE),  # false as both
    (SUM, r"W^T W = W W^T", UNREAD),  # true as powers
    (SUM, r"W^\top W = W W^\top", FALSE),
    (SUM, r"W^{T+1} = W W^T", CHECKED),
    ((*STEPS, r"h_T = W^T h_0"), r"x_t^T g = 2 g^T x_t", FALSE),
    # Where each T is above an array, what is made of one, or a bracket with one in it, none is a number.
    (NOTHING, r"x_t^T W^T = (W x_t)^T", CHECKED),
    (NOTHING, r"\left(x_t x_t^T\right)^T = x_t x_t^T", CHECKED),
    (NOTHING, r"(W x_t)^T g = x_t^T W g", FALSE),
    (("a_t = W x_t + g",), r"a_t^T = x_t^T W^T + g^T", CHECKED),
    (("a_t = W x_t + g",), r"a_t^T g = x_t^T W g + g^T g", FALSE),
    (NOTHING, r"x_t^T (I - W)^T = ((I - W) x_t)^T", UNREAD),  # the bracket has powers
    ((r"S = \beta^T",), r"x_t^T W^T = (W x_t)^T", UNREAD),
]


@pytest.mark.parametrize(("said", "formula", "expected"), CASES)
def test_transposes(said: tuple[str, ...], formula: str, expected: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("transposes", said=said, symbols=SYMBOLS), formula, tmp_path) == expected
