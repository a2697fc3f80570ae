"""What is true on a part only, of some indices, of constants, of independent numbers, does not pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

SIZES = {"n": "a size", "q": "a size"}
WINDOW = SIZES | {"w": "a column of q", "x": "a column of n"}
PADDED = WINDOW | {"x": "a column of n, 0 outside"}
FORWARD = r"y_i = \sum_{k=1}^q w_k x_{i+k-1}"
BACKWARD = r"y_i = \sum_{k=1}^q w_k x_{i-k+1}"
SLOPE = r"\frac{\partial y_i}{\partial x_j}"
TOTAL = PADDED | {"g": "a column of n"}
COST = r"L = \sum_{i=1}^n g_i \sum_{k=1}^q w_k x_{i-k+1}"
BACK = r"\frac{\partial L}{\partial x_j} = \sum_{k=1}^q w_k"
INDICES = [
    (WINDOW, FORWARD, SLOPE + r" = w_{j-i+1} \quad \text{for } 0 \le j-i < q", CHECKED),
    (WINDOW, FORWARD, SLOPE + r" = w_{i-j+1} \quad \text{for } 0 \le j-i < q", UNREAD),
    (WINDOW, FORWARD, "w_{i-j+1} = " + SLOPE + r" \quad \text{for } 0 \le j-i < q", UNREAD),
    (WINDOW, FORWARD, SLOPE + r" = w_{j-i+1}", UNREAD),
    (WINDOW, FORWARD, SLOPE + r" = w_{i-j+1}", UNREAD),
    (WINDOW, FORWARD, r"\frac{\partial y_i}{\partial x_{i+k-1}} = w_k", CHECKED),
    (WINDOW, FORWARD, r"\frac{\partial y_i}{\partial w_k} = x_{i+k-1}", CHECKED),
    (PADDED, BACKWARD, SLOPE + r" = w_{i-j+1} \quad \text{for } 0 \le i-j < q", CHECKED),
    (PADDED, BACKWARD, SLOPE + r" = w_{j-i+1} \quad \text{for } 0 \le i-j < q", UNREAD),
    # A sum that runs too far for some places of what is around it.
    (TOTAL, COST, BACK + " g_{j+k-1}", UNREAD),
    (TOTAL, COST, BACK + r" g_{j+k-1} \quad \text{for } j \le n-q+1", CHECKED),
    (TOTAL, COST, BACK + r" g_{j+k} \quad \text{for } j \le n-q+1", FALSE),
    # Of a column, 2i is one index.
    (WINDOW, "y_i = 3x_{2i}", r"\frac{\partial y_i}{\partial x_{2i}} = 3", CHECKED),
    (WINDOW, "y_i = 3x_{2i}", r"\frac{\partial y_j}{\partial x_{2i}} = 3", FALSE),
    (WINDOW, "y_i = 3x_{2i}", r"\frac{\partial y_j}{\partial x_{2i}} = 3\delta_{ij}", CHECKED),
    (WINDOW, "y_i = 3x_i", r"\frac{\partial y_j}{\partial x_i} = 3", FALSE),
    # A shift by a number leaves the array at its end; the rest is meant.
    (WINDOW, "c_i = x_{i+1} - x_i", r"\frac{\partial c_i}{\partial x_{i+1}} = 1", CHECKED),
    (WINDOW, "c_i = x_{i+1} - x_i", r"c_i + c_{i+1} = x_{i+2} - x_i", CHECKED),
    (WINDOW, "c_i = x_{i+1} - x_i", r"c_i + c_{i+1} = x_{i+2} - x_{i+1}", FALSE),
]


@pytest.mark.parametrize(("symbols", "said", "formula", "kind"), INDICES)
def test_the_indices_of_a_claim(
    symbols: dict[str, str], said: str, formula: str, kind: str, tmp_path: Path
) -> None:
    assert kind_of_last(Habit("", symbols, (said,)), formula, tmp_path) == kind


NUMBERS = {"a": "a number", "b": "a number"}
RULES = [
    ({}, r"\frac{d}{dx}(uv) = u\frac{dv}{dx} + v\frac{du}{dx}", CHECKED),
    ({}, r"\frac{d(uv)}{dx} = u\frac{dv}{dx} + v\frac{du}{dx}", CHECKED),
    ({}, r"\frac{d}{dx}(uv) = u\frac{dv}{dx}", UNREAD),
    ({}, r"\frac{d(uv)}{dx} = u\frac{dv}{dx}", UNREAD),
    ({}, r"\frac{d}{dx}(uv) = u\frac{dv}{dx} - v\frac{du}{dx}", UNREAD),
    ({}, r"\frac{d}{dx}\frac uv = \frac1v\frac{du}{dx}", UNREAD),
    ({}, r"\frac{d}{dx}\frac uv = \frac{v\frac{du}{dx} - u\frac{dv}{dx}}{v^2}", CHECKED),
    ({}, r"\frac{d^2}{dx^2}(uv) = u\frac{d^2v}{dx^2}", UNREAD),
    ({}, r"\frac{\partial}{\partial x}(uv) = u\frac{\partial v}{\partial x}", UNREAD),
    ({}, r"\frac{d}{dx}(au + bv) = a\frac{du}{dx} + b\frac{dv}{dx}", UNREAD),
    (NUMBERS, r"\frac{d}{dx}(au + bv) = a\frac{du}{dx} + b\frac{dv}{dx}", CHECKED),
    (NUMBERS, r"\frac{d}{dx}(au + bv) = a\frac{du}{dx}", UNREAD),
    ({}, r"\frac{d}{dx}(cv) = c\frac{dv}{dx}", CHECKED),
    ({}, r"\frac{d}{dx} u^n = n u^{n-1}\frac{du}{dx}", CHECKED),
]


@pytest.mark.parametrize(("symbols", "formula", "kind"), RULES)
def test_letters_beside_those_that_are_differentiated(
    symbols: dict[str, str], formula: str, kind: str, tmp_path: Path
) -> None:
    assert kind_of_last(Habit("", symbols), formula, tmp_path) == kind


CHANGES = [
    ("y = x^2", r"\mathrm{d}y = 2x\,\mathrm{d}x", CHECKED),
    ("y = x^2", r"\mathrm{d}y = 3x\,\mathrm{d}x", FALSE),
    ("y = x^2", r"\mathrm{d}y = 2x", UNREAD),
    ("f(x, y) = x^2 y", r"\mathrm{d}f = 2xy\,\mathrm{d}x + x^2\,\mathrm{d}y", CHECKED),
    ("f(x, y) = x^2 y", r"\mathrm{d}f = 2xy\,\mathrm{d}x - x^2\,\mathrm{d}y", FALSE),
    ("y = x^2", r"\dot{y} = 3x", UNREAD),
    ("y = x^2", r"\mathrm{d}z = 3\,\mathrm{d}x", DEFINES),
]


@pytest.mark.parametrize(("said", "formula", "kind"), CHANGES)
def test_the_change_of_what_is_defined_is_claimed(said: str, formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", {}, (said,)), formula, tmp_path) == kind


SUM = r"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)"
COVARIANCES = [
    (SUM, CHECKED),
    (SUM + r" - 7\operatorname{Cov}(X, Y)", UNREAD),
    (SUM + r" + 2\operatorname{Cov}(X, Y)", UNREAD),
    (r"\operatorname{Var}(X) e^{\operatorname{Cov}(X, Y)} = \operatorname{Var}(X)", UNREAD),
    (r"\operatorname{Cov}(X, X + Y) = \operatorname{Var}(X)", CHECKED),
    (r"\operatorname{Cov}(X, X + Y) = 2\operatorname{Var}(X)", FALSE),
]


@pytest.mark.parametrize(("formula", "kind"), COVARIANCES)
def test_a_covariance_of_independent_numbers_says_nothing(formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", {}, notation="chance"), formula, tmp_path) == kind
