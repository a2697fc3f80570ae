"""Symbols that a page declares: of a stated shape, known to all its formulas, in place of no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bookkit.equations.page import check_page
from bookkit.keeping.cache import Cache
from bookkit.pages.source import Equation, Page, PageError


def statuses(tmp_path: Path, front: dict[str, Any], *latex: str) -> list[str]:
    equations = tuple(Equation(text, line, True) for line, text in enumerate(latex, start=1))
    page = Page(tmp_path / "page.md", front, equations, (), ())
    return [verdict.status for _, verdict in check_page(page, Cache("equations", tmp_path))]


def test_matrices_of_the_pages_own_sizes(tmp_path: Path) -> None:
    symbols = {"R": "a matrix of n by n", "q": "a size", "K": "a matrix of q by n", "E": "a number"}
    front = {"notation": "vectors", "symbols": symbols}
    found = statuses(
        tmp_path,
        front,
        r"R x + x = (R + I) x",
        r"K R \in \mathbb{R}^{q \times n}",
        r"(E + 1)^2 = E^2 + 2 E + 1",
        r"R^\top = R",
        r"K R \in \mathbb{R}^{n \times q}",
        r"R K = K",
    )
    assert found == ["true", "true", "true", "false", "false", "error"]


def test_columns_at_each_time_and_their_derivatives(tmp_path: Path) -> None:
    symbols = {"q": "a size", "R_t": "a column of q at each time"}
    symbols |= {"U": "a matrix of q by q", "V": "a matrix of q by q"}
    found = statuses(
        tmp_path,
        {"notation": "steps", "symbols": symbols},
        r"z_t \coloneqq U R_{t-1} + V R_t",
        r"\frac{\partial z_t}{\partial R_t} = V",
        r"\frac{\partial z_t}{\partial R_{t-1}} = U",
        r"\frac{\partial z_t}{\partial R_{t-1}} = V",
    )
    assert found == ["true", "true", "true", "false"]


def test_letters_with_words_and_marks(tmp_path: Path) -> None:
    symbols = {"W_{hh}": "a number", r"\hat z": "a positive number", r"\dot x": "a number"}
    found = statuses(
        tmp_path,
        {"symbols": symbols},
        r"(W_{hh} + \dot x)^2 = W_{hh}^2 + 2 W_{hh} \dot x + \dot x^2",
        r"\hat z > 0",
        r"\dot x > 0",
        r"\frac{\partial}{\partial W_{hh}} W_{hh}^2 = 2 W_{hh}",
        r"\frac{\partial}{\partial W_{hh}} W_{hh}^2 = W_{hh}",
    )
    assert found == ["true", "true", "false", "true", "false"]


def test_a_letter_that_nobody_declares_stays_unknown(tmp_path: Path) -> None:
    assert statuses(tmp_path, {"symbols": {"R": "a number"}}, r"K + 1 = 1 + K") == ["error"]


@pytest.mark.parametrize(
    ("symbols", "words"),
    [
        ({"x": "a number"}, "x has a meaning in the table 'calculus' already"),
        ({"R": "a cat"}, "'a cat' is not understood; a symbol is one of: a number, "),
        ({"R": "a column of p"}, "declare it, p: a size"),
        ({"R": 3}, "lines such as"),
        ({"R": "a matrix of n"}, "'a matrix of n' is not understood"),
        ({"R": "an array of n by n"}, "is not understood"),
        ({"R": "a column of n-p+1"}, "declare it, p: a size"),
        ({"softmax": "the softmax of each corner"}, "is not understood"),
        (["R"], "lines such as"),
        ({"h + 1": "a number"}, "no symbol that can be declared"),
        ({"x = 1": "a number"}, "no symbol that can be declared"),
        ({"\\foo": "a number"}, "cannot be read"),
        ({"e": "a number"}, "fixed meaning"),
        ({"i": "a number"}, "fixed meaning"),
        ({"R_t": "a number at each time"}, "no times"),
        ({"R^l": "a number in each layer"}, "layers"),
        ({f"\\mathcal{{{chr(65 + i % 26)}}}_{{{i}}}": "a number" for i in range(41)}, "at most 40"),
    ],
)
def test_what_cannot_be_declared_is_named(tmp_path: Path, symbols: Any, words: str) -> None:
    with pytest.raises(PageError) as caught:
        statuses(tmp_path, {"symbols": symbols}, r"x + x = 2 x")
    assert words in str(caught.value)


def test_a_verdict_is_not_kept_for_other_symbols(tmp_path: Path) -> None:
    claim = r"R^\top = R"
    assert statuses(tmp_path, {"notation": "vectors", "symbols": {"R": "a number"}}, claim) == ["true"]
    square = {"notation": "vectors", "symbols": {"R": "a matrix of n by n"}}
    assert statuses(tmp_path, square, claim) == ["false"]


def test_what_is_said_briefly_means_the_same(tmp_path: Path) -> None:
    for matrix, column in (("a matrix of n by d_k", "a column of d_k"), ("matrix n d_{k}", "vector d_k")):
        symbols = {"n": "a size", "d_k": "size", "Q": matrix, "v": column, "F": "an activation function"}
        found = statuses(
            tmp_path,
            {"notation": "own", "symbols": symbols},
            r"Q v \in \mathbb{R}^{n}",
            r"Q v \in \mathbb{R}^{d_k}",
            r"\frac{\partial}{\partial v} F(v) = \operatorname{diag}(F'(v))",
            r"\frac{\partial}{\partial v} F(v) = \operatorname{diag}(F(v))",
        )
        assert found == ["true", "false", "true", "false"]


def test_entries_keep_to_what_is_said_of_them(tmp_path: Path) -> None:
    symbols = {"n": "a size", "x": "a column of n of positive numbers", "y": "vector n", "z": "vector n"}
    symbols["z"] += " of numbers between 0 and 1"
    found = statuses(
        tmp_path,
        {"notation": "own", "symbols": symbols},
        r"x_i > 0",
        r"y_i > 0",
        r"0 < z_i < 1",
        r"x_i < 1",
    )
    assert found == ["true", "false", "true", "false"]


def test_an_array_counted_from_0_and_one_from_1_do_not_share_an_index(tmp_path: Path) -> None:
    symbols = {"n": "a size", "x": "a column of n", "w": "a column of n counted from 0"}
    front = {"notation": "own", "symbols": symbols}
    assert statuses(tmp_path, front, r"\sum_i x_i w_i = 1") == ["error"]
    found = statuses(
        tmp_path, front, r"\sum_{i=1}^{n} x_i w_{i-1} = \sum_{i=0}^{n-1} w_i x_{i+1}", r"w_n = w_n + 0"
    )
    assert found == ["true", "error"]


def test_arrays_for_which_there_is_never_room(tmp_path: Path) -> None:
    symbols = {"q": "a size", "x": "a column of q-q"}
    assert statuses(tmp_path, {"notation": "own", "symbols": symbols}, r"x_i = 2 x_i") == ["error"]


def test_a_sequence_of_columns_may_start_at_zero(tmp_path: Path) -> None:
    symbols = {"n": "a size", "m": "a size", "t": "a time", "W_{hh}": "matrix n n", "U": "matrix n m"}
    symbols |= {"h_t": "a column of n at each time", "x_t": "a column of m at each time"}
    front = {"notation": "own", "symbols": symbols}
    cell = r"h_t \coloneqq \tanh(W_{hh} h_{t-1} + U x_t)"
    first, linear = r"h_1 = \tanh(W_{hh} h_0 + U x_1) = \tanh(U x_1)", r"h_1 = U x_1"
    assert statuses(tmp_path, front, r"h_0 \coloneqq 0", cell, first, linear) == ["true"] * 3 + ["false"]
    assert statuses(tmp_path, front, r"h_0 \coloneqq 1", cell)[0] == "error"
    assert statuses(tmp_path, front, cell, r"h_1 = \tanh(U x_1)")[-1] == "false"


def test_a_range_that_the_window_ends_before_the_array_has_to_be_stated(tmp_path: Path) -> None:
    symbols = {
        "n": "a size",
        "k": "a size",
        "x": "vector n",
        "a": "an index",
        r"\mathbf{1}": "vector n of ones",
    }
    mean = r"m_i \coloneqq \frac{1}{k} \sum_{a=1}^{k} x_{i+a-1}"
    slides = r"m_{i+1} - m_i = \frac{x_{i+k} - x_i}{k}"
    late = slides.replace("x_{i+k}", "x_{i+k-1}")
    said = r" \quad \text{for } i = 1, \dots, n - k"
    found = statuses(
        tmp_path,
        {"notation": "own", "symbols": symbols},
        mean,
        slides + said,
        late + said,
        slides + said + " + 1",
        slides,
        r"\mathbf{1}^\top x = \sum_i x_i",
        r"\mathbf{1}^\top x = x_1",
    )
    assert found == ["true", "true", "false", "error", "error", "true", "false"]
