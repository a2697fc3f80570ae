"""Dots between terms in which one number goes up and another down."""

from __future__ import annotations

import pytest

from ..told_apart import assert_not_read, assert_told_apart

DATA = {"n": "a size", "a": "a number", "x": "a column of n", "y": "a column of n"}
TIMES = {"n": "a size", "t": "a time", "a": "a number", "g_{t}": "a column of n at each time"}
CONVOLVED = r"x_1 y_n + x_2 y_{n-1} + \dots + x_n y_1"
POLYNOMIAL = r"\sum_{i=1}^n x_i a^{n-i}"
SQUARES = r"\sum_{i=1}^t a^{t-i} g_i^2"
PAIRS = [  # with which table, what is true, what is false
    (DATA, rf"{CONVOLVED} = \sum_{{i=1}}^n x_i y_{{n+1-i}}", rf"{CONVOLVED} = \sum_{{i=1}}^n x_i y_i"),
    (
        DATA,
        rf"x_n + a x_{{n-1}} + \dots + a^{{n-1}} x_1 = {POLYNOMIAL}",
        rf"x_n + a x_{{n-1}} + \dots + a^{{n-1}} x_1 = a {POLYNOMIAL}",
    ),
    (
        DATA,
        rf"x_1 a^{{n-1}} + \dots + x_{{n-1}} a + x_n = {POLYNOMIAL}",
        rf"x_1 a^{{n-1}} + \dots + x_{{n-1}} a + x_n = {POLYNOMIAL} - x_n",
    ),
    (
        TIMES,
        rf"g_t^2 + a g_{{t-1}}^2 + a^2 g_{{t-2}}^2 + \ldots + a^{{t-1}} g_1^2 = {SQUARES}",
        rf"g_t^2 + a g_{{t-1}}^2 + a^2 g_{{t-2}}^2 + \ldots + a^{{t-1}} g_1^2 = {SQUARES} + a^t g_0^2",
    ),
    (TIMES, r"a g_{t-1} + a g_{t-1} = 2 a g_{t-1}", r"a g_{t-1} + a g_{t-1} = a g_{t-1}"),
]
UNREAD = [
    (DATA, r"x_n + a x_{n-2} + \dots + a^{n-1} x_1 = 2"),
    (DATA, r"x_1 y_n + \dots + x_n y_1 = 2"),
    (TIMES, r"g_t^2 + a g_{t-1}^2 + a^2 g_{t-2}^2 + \ldots + a^t g_1^2 = g_t"),
    (TIMES, r"g_t + a^2 g_{t-1} + \ldots + a^{t-1} g_1 = g_t"),
]


@pytest.mark.parametrize(("data", "right", "wrong"), PAIRS)
def test_pairs(data: dict[str, str], right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, "own", symbols=data)


@pytest.mark.parametrize(("data", "latex"), UNREAD)
def test_what_no_rule_gives_is_refused(data: dict[str, str], latex: str) -> None:
    assert_not_read(latex, "own", symbols=data)
