r"""Claims about where something is smallest or largest: ``\operatorname{argmin}_w C = …``."""

from __future__ import annotations

import numpy as np
import pytest

from bookkit.equations import check
from bookkit.equations.judging.manner import ELSEWHERE, HERE
from bookkit.equations.judging.walk_down import other_place, walked

DATA = {"n": "a size", "d": "a size", "X": "a matrix of n by d", "y": "a column of n", "z": "a column of n",
        "w": "a column of d", "a": "a positive number", "b": "a positive number", "s": "a number",
        "t": "a number", "p": "a number between 0 and 1", "z_0": "a column of d"}  # fmt: skip
LINE = r"\arg\min_s \sum_{i=1}^n (y_i - s z_i)^2 = "
RIDGE = r"\operatorname*{argmin}_w \|X w - y\|_2^2 + a \|w\|_2^2 = "
COIN = r"\arg\max_{s \in [0, 1]} (a \log s + b \log(1 - s)) = "
LIKELY = r"\operatorname*{arg\,max}_s \left[p \ln s + (1 - p) \ln(1 - s)\right] = "
SHRUNK = r"\operatorname{argmin}_s \left[\frac{1}{2} (s - p)^2 + a |s|\right] = "
WELLS = r"\arg\min_s \left(\frac{s^4}{4} - \frac{s^3}{3} - s^2\right) = "

TRUE = [
    LINE + r"\frac{y^\top z}{z^\top z}",
    RIDGE + r"(X^\top X + a I)^{-1} X^\top y",
    COIN + r"\frac{a}{a + b}",
    LIKELY + "p",
    SHRUNK + r"\max(p - a, 0)",
    r"\arg\min_{s > 0} (s - b)^2 = b",
    WELLS + "2",
    r"a = \arg\min_s |s - a|",
    r"\arg\min_s (s - b)^4 = b",
    r"\arg\min_s (e^s - a s) = \ln a",
]
FALSE = [
    LINE + r"\frac{y^\top z}{y^\top y}",
    RIDGE + r"(X^\top X + 2 a I)^{-1} X^\top y",
    COIN + r"\frac{b}{a + b}",
    LIKELY + "1 - p",
    SHRUNK + r"\max(p - 2a, 0)",
    SHRUNK + "p - a",
    WELLS + "-1",  # the smallest among its neighbours only
    WELLS + "0",  # the derivative is 0 there, too
    r"\arg\max_s (s - b)^2 = b",
    r"\arg\min_{s > 0} (s - t)^2 = t",  # where t is negative, it is no place to look for
    r"\arg\max_{s \in [0, 1]} (a s - s^2) = \frac{a}{2}",
    r"\arg\min_s (s - b)^2 = b + 10^{-9}",
    r"\arg\min_s (s - b)^3 = b",
]
# One value, where several places are as good; and what is not said.
OPEN = [
    RIDGE + r"(X^\top X + a I)^{-1} X^\top y + \frac{1}{10^6} z_0",
    r"\arg\min_s (s^2 - 1)^2 = 1",
    r"\arg\min_s \cos(s) = \pi",
    r"\arg\min_s ((s - b)^2 (s - b - 300)^2) = b",
    r"\arg\min_w (w^\top X^\top y)^2 = 0 \cdot X^\top y",
    r"\arg\min_s \max(|s| - a, 0) = 0",
    r"\arg\min_s (s - b)^2 + a = b",
    r"\arg\min_s (e^s - c s) = \ln c",
]


@pytest.mark.parametrize("latex", TRUE)
def test_the_place_is_the_only_one(latex: str) -> None:
    verdict = check(latex, symbols=DATA, manner=ELSEWHERE)
    assert verdict.status == "true", verdict.message
    assert verdict.grade == "sampled"  # that nowhere is less, is known from samples


@pytest.mark.parametrize("latex", FALSE)
def test_another_place_is_refuted(latex: str) -> None:
    assert check(latex, symbols=DATA, manner=ELSEWHERE).status == "false"


@pytest.mark.parametrize("latex", OPEN)
def test_what_is_no_single_place_is_not_read(latex: str) -> None:
    assert check(latex, symbols=DATA, manner=ELSEWHERE).status == "error"


def test_a_letter_takes_the_size_of_the_place() -> None:
    symbols = {name: said for name, said in DATA.items() if name != "w"}
    assert (
        check(RIDGE + r"(X^\top X + a I)^{-1} X^\top y", symbols=symbols, manner=ELSEWHERE).status == "true"
    )


def test_the_best_place_gets_a_name_from_the_formula_behind_it() -> None:
    line = r"s^* = \arg\min_s (s - a)^2 = "
    assert check(line + "a", symbols=DATA, manner=ELSEWHERE).status == "true"
    assert check(line + "2a", symbols=DATA, manner=ELSEWHERE).status == "false"
    assert check(r"s^* = \arg\min_s (s - a)^2", symbols=DATA, manner=ELSEWHERE).status == "error"


def test_the_books_own_pages_may_say_so_too() -> None:
    assert check(r"\operatorname{argmin}_x (x - a)^2 = a", manner=HERE).status == "true"
    assert check(r"\operatorname{argmin}_x (x - a)^2 = 2 a", manner=HERE).status == "false"


def test_a_walk_ends_where_it_is_lowest() -> None:
    end = walked(lambda at: float((at[0] - 1) ** 2 + 10 * (at[1] + at[0] ** 2) ** 2), np.array([-1.0, 2.0]))
    assert np.allclose(end, [1.0, -1.0], atol=1e-3)


def test_a_place_that_is_as_low_is_found() -> None:
    rng = np.random.default_rng(0)
    assert other_place(lambda at: float((at**2 - 1) ** 2), np.array(1.0), rng) is not None
    assert other_place(lambda at: float((at - 1) ** 2), np.array(1.0), rng) is None
