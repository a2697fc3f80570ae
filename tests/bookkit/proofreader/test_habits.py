"""How other books write: each habit with what is true, what is false, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from bookkit.pages.source import parse_page
from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD, judged


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
CLASSES = {"n": "a size", "z": "a column of n", "q": "a column of n of shares", "Z": "a matrix of n by n"}

HABITS = [
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
            r"\sum_i q_i^2 = 1",
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
    return judged(parse_page(folder / "page.md", text, of_this_book=False), folder)[-1].kind


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


@pytest.mark.parametrize("habit", [habit for habit in HABITS if habit.said], ids=lambda habit: habit.name)
def test_what_is_said_first_defines(habit: Habit, tmp_path: Path) -> None:
    *before, last = habit.said
    assert (
        kind_of_last(Habit("", habit.symbols, tuple(before), notation=habit.notation), last, tmp_path)
        == DEFINES
    )
