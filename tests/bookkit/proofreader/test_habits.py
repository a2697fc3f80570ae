"""How other books write: each habit with what is true, what is false, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .other_page import findings_on


@dataclass(frozen=True)
class Habit:
    """The symbols of a page, what it says first, and formulas each of which stands alone behind that."""

    name: str
    symbols: dict[str, str]
    said: tuple[str, ...] = ()
    true: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    notation: str = "calculus"


NUMBERS = {"x": "a number", r"\alpha": "a positive number", "w": "a number"}
LAYER_0 = {"n_0": "a size", "n_1": "a size", "X": "a matrix of n_0 by n_1", "W_1": "a matrix of n_1 by n_0"}
COLUMNS = {
    "n": "a size",
    "y": "a column of n",
    "o": "a column of n",
    "s": "a column of n of positive numbers",
    "t": "a column of n of numbers between 0 and 1",
    "W": "a matrix of n by n",
}
ENTROPY = r"-\sum_j y_j \log \frac{e^{o_j}}{\sum_k e^{o_k}} = \log \sum_k e^{o_k}"
CLASSES = {"n": "a size", "z": "a column of n", "q": "a column of n of shares", "Z": "a matrix of n by n"}

LINE = {"w": "a number", "x": "a number", "t": "a number", "b": "a number"}
FORWARD = {"n": "a size", "w": "a column of n", "x": "a column of n", "t": "a number"}

HABITS = [
    Habit(
        "a second derivative in which digits cancel",
        {"N": "a size", "n": "a size", "w": "a column of n", "x": "a column of n", "X": "a matrix of N by n"}
        | {"t": "a column of N of numbers between 0 and 1"},
        said=(
            r"y = \sigma(Xw)",
            r"E(w) = -\sum_{n=1}^N (t_n \ln y_n + (1-t_n)\ln(1-y_n))",
        ),
        true=(
            r"\nabla_w^2 E(w) = X^\top \operatorname{diag}(y \odot (1-y)) X",
            r"\nabla_w^2 \ln(1-\sigma(w^\top x)) = -\sigma(w^\top x)(1-\sigma(w^\top x)) x x^\top",
            r"\nabla_w^2 \ln(1-\tanh(w^\top x)) = -(1-\tanh^2(w^\top x)) x x^\top",
        ),
        wrong=(
            r"\nabla_w^2 E(w) = X^\top \operatorname{diag}(y \odot (1+y)) X",
            r"\nabla_w^2 \ln(1-\sigma(w^\top x)) = -1.000001 \sigma(w^\top x)(1-\sigma(w^\top x)) x x^\top",
            r"\nabla_w^2 \ln(1-\tanh(w^\top x)) = -(1-\tanh(w^\top x)) x x^\top",
        ),
    ),
    Habit(
        "a bound that is reached where both sides are 0",
        {"n": "a size", "z": "a column of n", "v": "a column of n"},
        said=(r"p = \operatorname{softmax}(z)", r"q = \operatorname{softmax}(v)"),
        true=(r"-\sum_i p_i \ln \frac{q_i}{p_i} \ge 0",),
        wrong=(r"-\sum_i p_i \ln \frac{q_i}{p_i} > 0", r"-\sum_i p_i \ln \frac{q_i}{p_i} \ge 10^{-3}"),
    ),
    Habit(
        "a left side that has a meaning by itself",
        {"n": "a size", "x": "a column of n", "v": "a column of n"},
        true=(
            r"\nabla_x (x^\top x) = 2x",
            r"\nabla_x (x^\top v) = v",
            r"e^t = \sum_{n=0}^\infty \frac{t^n}{n!}",
            r"e^{-t} = \frac{1}{e^t}",
            r"\log(t) = 2 \log(\sqrt{t})",
            r"\operatorname{softmax}(x)_1 = \frac{e^{x_1}}{\sum_k e^{x_k}}",
        ),
        wrong=(
            r"\nabla_x (x^\top x) = 3x",
            r"\nabla_x (x^\top v) = 2v",
            r"e^{-t} = \frac{2}{e^t}",
            r"\log(t) = 2 \log(t)",
            r"\operatorname{softmax}(x)_1 = \frac{e^{x_1}}{\sum_k e^{2 x_k}}",
        ),
        open=(r"\exp(t) = 2", "e^t = 2", r"\sigma(t) = \frac12"),
    ),
    Habit(
        "a mean on the left",
        {},
        notation="chance",
        true=(
            r"\mathbb{E}[(X - \theta)^2] = (\mathbb{E}[X] - \theta)^2 + \operatorname{Var}(X)",
            r"\mathbb{E}[z^2] = \operatorname{Var}(z)",
            r"\mathbb{E}[u^2] = \operatorname{Var}(u) + \mathbb{E}[u]^2",
            r"\operatorname{Cov}[x_1,x_2] = \mathbb{E}[x_1 x_2] - \mathbb{E}[x_1] \mathbb{E}[x_2]",
        ),
        wrong=(
            r"\mathbb{E}[(X - \theta)^2] = (\mathbb{E}[X] + \theta)^2 + \operatorname{Var}(X)",
            r"\mathbb{E}[u^2] = 2 \operatorname{Var}(u) + \mathbb{E}[u]^2",
            r"\operatorname{Cov}[x_1,x_2] = \mathbb{E}[x_1 x_2] + \mathbb{E}[x_1] \mathbb{E}[x_2]",
        ),
        open=(r"\mathbb{E}[u^2] = 1", r"\operatorname{Var}(u + v) = 2"),
    ),
    Habit(
        "a mean that the table settles",
        {},
        notation="chance-dropout",
        true=(r"\mathbb{E}[r] = 1 - p",),
        wrong=(r"\mathbb{E}[r] = 1 + p",),
    ),
    Habit(
        "a letter and a function of several in one line",
        {"x_1": "a positive number", "x_2": "a number"},
        said=(r"y = f(x_1, x_2) = \ln(x_1) + x_1 x_2 - \sin(x_2)",),
        true=(
            r"\frac{\partial y}{\partial x_2} = x_1 - \cos(x_2)",
            r"\frac{\partial f}{\partial x_1} = \frac{1}{x_1} + x_2",
            r"f(2, 5) = \ln 2 + 10 - \sin 5",
        ),
        wrong=(r"\frac{\partial y}{\partial x_2} = x_1 + \cos(x_2)", r"f(2, 5) = \ln 2 + 10"),
    ),
    Habit(
        "a cost of a weight, which enters through a quantity with a name",
        LINE,
        said=("y = w x", r"L(w) = \frac12 (y-t)^2"),
        true=(
            "L'(w) = (wx-t)x",
            "L''(w) = x^2",
            r"L(w + b) - L(w) = b x (wx - t) + \frac{b^2 x^2}{2}",
            r"L(0) = \frac12 t^2",
            r"\frac{\partial L}{\partial w} = (y-t)x",
            r"\frac{\partial L}{\partial y} = y-t",
        ),
        wrong=(
            "L'(w) = (wx-t)w",
            "L''(w) = 2x^2",
            r"L(w + b) - L(w) = b x (wx - t)",
            r"L(0) = \frac12 t",
            r"\frac{\partial L}{\partial y} = (y-t)x",
        ),
    ),
    Habit(
        "a cost of a column of weights",
        FORWARD,
        said=(r"y = w^\top x", r"L(w) = \frac12 (y-t)^2 + \frac12 \|w\|^2"),
        true=(r"\nabla L(w) = (y-t)x + w", r"\nabla_w L(w) = (y-t)x + w"),
        wrong=(r"\nabla L(w) = (y+t)x + w", r"\nabla L(w) = 2w"),
    ),
    Habit(
        "a cost of two weights, one of which is in it twice",
        LINE,
        said=("y = w x + b", r"L(w, b) = \frac12 (y-t)^2 + \frac12 w^2"),
        true=(
            r"\frac{\partial L}{\partial w} = (y-t)x + w",
            r"\frac{\partial L}{\partial b} = y - t",
            r"\frac{\partial L(w, b)}{\partial b} = y - t",
            r"\nabla L(w, b) = \begin{bmatrix} (y-t)x + w \\ y-t \end{bmatrix}",
            r"L(0, 0) = \frac12 t^2",
        ),
        wrong=(
            r"\frac{\partial L}{\partial w} = (y+t)x + w",
            r"\frac{\partial L}{\partial b} = (y - t)x",
            r"\nabla L(w, b) = \begin{bmatrix} w \\ 0 \end{bmatrix}",
            r"L(0, 0) = t^2",
        ),
        open=(r"\frac{\partial L}{\partial w} = w",),
    ),
    Habit(
        "a first line that is not read leaves a letter unknown",
        {"x": "a number"},
        said=("c = 2x",),
        true=("c^2 = 4x^2",),
        wrong=("2c = 3x",),
        open=(r"\begin{aligned} J &= \operatorname{foo}(x) \\ J x &= x J \end{aligned}",),
    ),
    Habit(
        "conditions that no draw meets by chance",
        COLUMNS | {"x": "a number", "z": "a number"},
        true=(
            ENTROPY + r" - \sum_j y_j o_j \quad \text{if } \sum_j y_j = 1",
            r"\|2y\|^2 = 4 \quad \text{if } y^\top y = 1",
            r"\|2y\| = 2 \quad \text{if } \|y\| = 1",
            r"\|y - o\|^2 = \|y\|^2 + \|o\|^2 \quad \text{if } y^\top o = 0",
            r"\|y - o\|^2 = 2 \quad \text{if } y^\top o = 0 \text{ and if } \|y\| = \|o\| = 1",
            r"-\sum_i s_i \log s_i \le \log n \quad \text{if } \sum_i s_i = 1",
            r"\sum_i t_i \ge 1 \quad \text{if } \sum_i t_i^2 = 1",
            r"x^4 + z^4 = 1 - 2 x^2 z^2 \quad \text{if } x^2 + z^2 = 1",
            r"a^3 + b^3 + c^3 = 3abc \quad \text{if } a + b + c = 0",
            r"y^\top W y = 2 \quad \text{if } y^\top (W + W^\top) y = 4",
        ),
        wrong=(
            ENTROPY + r" + \sum_j y_j o_j \quad \text{if } \sum_j y_j = 1",
            r"\|2y\|^2 = 2 \quad \text{if } y^\top y = 1",
            r"\|y - o\|^2 = \|y\|^2 - \|o\|^2 \quad \text{if } y^\top o = 0",
            r"\|y - o\|^2 = 1 \quad \text{if } y^\top o = 0 \text{ and if } \|y\| = \|o\| = 1",
            r"-\sum_i s_i \log s_i \le \log n - 0.01 \quad \text{if } \sum_i s_i = 1",
            r"\sum_i t_i \le 1 \quad \text{if } \sum_i t_i^2 = 1",
            r"y_i \le \frac{9}{10} \quad \text{if } y^\top y = 1",
            r"x^4 + z^4 = 1 - x^2 z^2 \quad \text{if } x^2 + z^2 = 1",
            r"a^3 + b^3 + c^3 = abc \quad \text{if } a + b + c = 0",
            r"x = 2 \quad \text{if } x^2 = 4",
        ),
        open=(r"y^\top y = 2 \quad \text{if } y^\top y = -1",),
    ),
    Habit(
        "a letter that is declared stands before a bracket",
        NUMBERS | {"n": "a size", "v": "a column of n", "y": "a number"},
        true=(r"\alpha(1-x) = \alpha-\alpha x", "w(1+x) = w + w x", "v(1-x) = v - v x", "y(1-x) = y - y x"),
        wrong=(r"\alpha(1-x) = \alpha+\alpha x", "w(1+x) = w + x", "v(1-x) = v + v x"),
        open=("x + 1 = w(x)",),
    ),
    Habit(
        "sizes with a number below",
        LAYER_0,
        said=(r"A_1 = \tanh(W_1 X)",),
        true=(r"A_1 + A_1 = 2 \tanh(W_1 X)",),
        wrong=(r"A_1 + A_1 = 3 \tanh(W_1 X)",),
    ),
    Habit(
        "softmax is a word that needs no table",
        CLASSES,
        said=(r"p = \operatorname{softmax}(z)",),
        true=(
            r"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_k e^{z_k}}",
            r"\frac{\partial p}{\partial z} = \operatorname{diag}(p) - p p^\top",
            r"-\sum_i q_i \log p_i = \log \sum_k e^{z_k} - q^\top z",
            r"\sum_i q_i = 1",
        ),
        wrong=(
            r"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_k e^{2z_k}}",
            r"\frac{\partial p}{\partial z} = \operatorname{diag}(p) + p p^\top",
            r"-\sum_i q_i \log p_i = \log \sum_k e^{z_k} + q^\top z",
            r"\sum_i q_i^2 = \sum_i q_i",
        ),
        open=(r"2\operatorname{softmax}(Z) = Z",),
    ),
    Habit(
        "conditions on mean and variance, one behind the other",
        {},
        notation="chance",
        true=(
            r"2 = \mathbb{E}[u^2] + 1 \quad \text{if } \mathbb{E}[u] = 0, \operatorname{Var}(u) = 1",
            r"\operatorname{Var}(u v) = 1 \quad \text{if } \mathbb{E}[u] = \mathbb{E}[v] = 0,"
            r" \operatorname{Var}(u) = \operatorname{Var}(v) = 1",
            r"2 = \operatorname{Var}(u) + 1 \quad \text{if } \mathbb{E}[u] = 0 \text{ and }"
            r" \operatorname{Var}(u) = 1",
            r"\text{If } \mathbb{E}[u] = 0, \operatorname{Var}(u) = \mathbb{E}[u^2]",
        ),
        wrong=(
            r"3 = \mathbb{E}[u^2] + 1 \quad \text{if } \mathbb{E}[u] = 0, \operatorname{Var}(u) = 1",
            r"\operatorname{Var}(u v) = 2 \quad \text{if } \mathbb{E}[u] = \mathbb{E}[v] = 0,"
            r" \operatorname{Var}(u) = \operatorname{Var}(v) = 1",
        ),
    ),
]


def kind_of_last(habit: Habit, formula: str, folder: Path) -> str:
    lines = ["---", f"notation: {habit.notation}", "symbols:"]
    lines += [f"  '{name}': {words}" for name, words in habit.symbols.items()]
    text = "\n".join([*lines, "---", *(f"\n$$\n{latex}\n$$\n" for latex in (*habit.said, formula))])
    text = text.replace("symbols:\n---", "---")
    return findings_on(text, folder)[-1].kind


def pairs(which: str) -> list[object]:
    return [
        pytest.param(habit, formula, id=f"{habit.name}-{formula}")
        for habit in HABITS
        for formula in getattr(habit, which)
    ]


@pytest.mark.parametrize(("habit", "formula"), pairs("true"))
def test_what_is_true_is_checked(habit: Habit, formula: str, tmp_path: Path) -> None:
    assert kind_of_last(habit, formula, tmp_path) == CHECKED


@pytest.mark.parametrize(("habit", "formula"), pairs("wrong"))
def test_what_is_wrong_is_false(habit: Habit, formula: str, tmp_path: Path) -> None:
    assert kind_of_last(habit, formula, tmp_path) == FALSE


@pytest.mark.parametrize(("habit", "formula"), pairs("open"))
def test_what_is_open_is_not_read(habit: Habit, formula: str, tmp_path: Path) -> None:
    assert kind_of_last(habit, formula, tmp_path) == UNREAD


DOUBTS = [
    # Where an unread line has said what a letter is, it is not any number; nor is what is made of it.
    ((r"J = \operatorname{foo}(x)", "J x = 2x^3"), UNREAD),
    ((r"J = \operatorname{foo}(x)", "J x = x J"), UNREAD),
    ((r"J = \operatorname{foo}(x)", "u = 2J", "2u = 4J"), UNREAD),
    ((r"J = \text{what is that} x", "J x = x J"), UNREAD),
    ((r"J = 2x^2 % unchecked: no time", "J x = x J"), UNREAD),
    ((r"J_1 = \operatorname{foo}(x), \quad K = 2x", "J_1 K = K J_1"), UNREAD),
    ((r"\operatorname{foo}(x) = 3", "x + x = 2x"), CHECKED),
    ((r"J = \operatorname{foo}(x)", r"J \coloneqq 2x^2", "J x = 2x^3"), CHECKED),
    ((r"J = \operatorname{foo}(x)", r"J \coloneqq 2x^2", "J x = 3x^3"), FALSE),
    # A plain equals sign may claim what the unread line has said, so it defines nothing.
    ((r"J = \operatorname{foo}(x)", "J = 7"), UNREAD),
    ((r"\bar{v} = \frac{\partial w}{\partial x}", r"\bar{v} = 7"), UNREAD),
    ((r"U \sim \mathcal{U}(-1, 1)", "U = 7"), UNREAD),
    ((r"U \sim \mathcal{U}(-1, 1)", r"\operatorname{Var}(U) = \frac{1}{12}"), UNREAD),
    ((r"\mathbb{E}[U] = 1",), UNREAD),
    # What holds of all holds of the one that is meant.
    ((r"f(x) = \operatorname{foo}(x)", "(f(x)^2)' = 2 f(x) f'(x)"), CHECKED),
    ((r"f(x) = \operatorname{foo}(x)", "f'(x) = 2x"), UNREAD),
    ((r"x = \operatorname{foo}(u)", "x + x = 2x"), CHECKED),
    ((r"x = \operatorname{foo}(u)", "x + x = 2u"), UNREAD),
    (("y = x^2", r"y = \operatorname{foo}(x)", r"\frac{dy}{dx} = 2x"), CHECKED),
    (("y = x^2", r"y = \operatorname{foo}(x)", r"\frac{dy}{dx} = 3x"), UNREAD),
    # What is false without a possible assumption may be true with it, or false for certain.
    ((r"b \ge 1", r"b^2 \ge b"), UNREAD),
    ((r"b \ge 1", r"b^2 + b \ge b"), CHECKED),
    ((r"b \ge 1", r"b^2 \le b"), FALSE),
    ((r"0 < p < 1", r"\sqrt{p} \ge p"), UNREAD),
    ((r"0 < p < 1", r"\sqrt{p} \le p"), FALSE),
    ((r"\sum_j y_j = 1", ENTROPY + r" - \sum_j y_j o_j"), UNREAD),
    ((r"\sum_j y_j = 1", ENTROPY + r" + \sum_j y_j o_j"), FALSE),
    ((r"\sum_j y_j = 1",), UNREAD),
    # What a word means by itself is checked; a book may have its own.
    ((r"\operatorname{swish}(x) = x \sigma(x)",), CHECKED),
    ((r"\operatorname{swish}(x) = x \sigma(2x)", r"\operatorname{swish}(1) = \sigma(2)"), CHECKED),
    ((r"e^x = \operatorname{foo}(x)", r"\frac{d}{dx} e^x = e^x"), CHECKED),
    ((r"y^\top y = 1",), UNREAD),
    ((r"\|y\| = 1",), UNREAD),
]


@pytest.mark.parametrize(("lines", "kind"), DOUBTS)
def test_what_an_unread_line_may_have_said(lines: tuple[str, ...], kind: str, tmp_path: Path) -> None:
    *said, last = lines
    assert kind_of_last(Habit("", COLUMNS | {"x": "a number"}, tuple(said)), last, tmp_path) == kind


@pytest.mark.parametrize("habit", [habit for habit in HABITS if habit.said], ids=lambda habit: habit.name)
def test_what_is_said_first_defines(habit: Habit, tmp_path: Path) -> None:
    *before, last = habit.said
    assert (
        kind_of_last(Habit("", habit.symbols, tuple(before), notation=habit.notation), last, tmp_path)
        == DEFINES
    )
