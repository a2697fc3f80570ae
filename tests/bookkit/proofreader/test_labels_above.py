r"""Superscripts without brackets: labels, powers, and what may be either; and ``m(0)`` of columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

POINT = (r"m(p) = f + g^T p + \frac{1}{2} p^T B p", r"p^{\mathrm{C}} = -\frac{g^T g}{g^T B g} g")
SLANTED = (r"p^C = -\frac{g^T g}{g^T B g} g",)
SMOOTH = (r"y_k^{LS} = y_k (1 - \alpha) + \alpha / n",)
RESIDUAL = (r"\delta_t^V = r_t + \gamma V(s_{t+1}) - V(s_t)",)
NOTHING: tuple[str, ...] = ()

CASES = [
    (POINT[:1], POINT[1], DEFINES),
    (POINT, r"m(0) - m(p^{\mathrm{C}}) = \frac{1}{2} \frac{\|g\|^4}{g^T B g}", CHECKED),
    (POINT, r"m(0) - m(p^{\mathrm{C}}) = \frac{1}{2} \frac{\|g\|^2}{g^T B g}", FALSE),
    (POINT, r"p^{\mathrm{C}\top} g = -\frac{(g^T g)^2}{g^T B g}", CHECKED),
    (POINT[:1], r"m(0) = f", CHECKED),
    (POINT[:1], r"m(0) = 2f", FALSE),
    (POINT[:1], r"\nabla m(0) = g", CHECKED),
    ((r"\phi(\alpha) = f + g^T \alpha g",), r"\phi(0) = f", CHECKED),
    ((r"\phi(\alpha) = f + g^T \alpha g",), r"\phi(0) = 2f", FALSE),
    (SLANTED, r"g^T p^C = -\frac{(g^T g)^2}{g^T B g}", CHECKED),
    (SLANTED, r"g^T p^C = \frac{(g^T g)^2}{g^T B g}", FALSE),
    (SMOOTH, r"\sum_{k=1}^n y_k^{LS} = 1", CHECKED),
    (SMOOTH, r"\sum_{k=1}^n y_k^{LS} = 2", FALSE),
    ((r"g^{\text{new}} = 3 g",), r"g^T g^{\mathrm{new}} = 3 \|g\|^2", CHECKED),
    ((r"\mu_B^{old} = 3 a",), r"\mu_B^{old} + a = 4 a", CHECKED),
    ((r"\mu_B^{old} = 3 a",), r"\mu_B^{old} + a = 3 a", FALSE),
    ((r"V^\pi(u) = u^2",), r"V^\pi(2u) = 4 V^\pi(u)", CHECKED),
    ((r"h^{\mathrm{C}}(u) = u^2",), r"h^{\mathrm{C}}(2u) = 2 h^{\mathrm{C}}(u)", FALSE),
    (
        (r"h_t^{\mathrm{b}} = a h_{t-1}^{\mathrm{b}} + 1",),
        r"h_{t+1}^{\mathrm{b}} - a h_t^{\mathrm{b}} = 1",
        CHECKED,
    ),
    (
        (r"h_t^{\mathrm{b}} = a h_{t-1}^{\mathrm{b}} + 1",),
        r"h_{t+1}^{\mathrm{b}} - a h_t^{\mathrm{b}} = 2",
        FALSE,
    ),
    ((r"P(N) = a^N",), r"P(2) = a^3", FALSE),
    # A line that is not read has said what it is.
    (
        (r"p^{\mathrm{C}} = \operatorname{foo}(g)", r"p^{\mathrm{C}} = 2g"),
        r"g^T p^{\mathrm{C}} = 2 g^T g",
        UNREAD,
    ),
    # Nobody has said what it is: no number is drawn for it that could refute anything.
    (NOTHING, r"f + p^{\mathrm{C}} = 3 p^{\mathrm{C}}", UNREAD),
    (NOTHING, r"f + p^C = 3 p^C", UNREAD),
    (NOTHING, r"f + w^{opt} = 3 w^{opt}", UNREAD),
    (("u(p) = 1 + p^2",), r"u(0) - u(p^C) = 5", UNREAD),
    # A letter that stands elsewhere, too, or above what is no letter, or that is declared: a power.
    (NOTHING, r"x^a x^b = x^{a + b}", CHECKED),
    (NOTHING, r"x^a x^b = x^{a b}", FALSE),
    (NOTHING, r"(x z)^a = x^a + z^a", FALSE),
    (NOTHING, r"\frac{d}{dx} x^C = C x^C", FALSE),
    (NOTHING, r"x^a x^a = x^a", UNREAD),
    (NOTHING, r"f^a f^a = f^a", FALSE),
    (NOTHING, r"x^\alpha x^\alpha = x^\alpha", FALSE),
    (NOTHING, r"\|g\|^a \|g\|^a = \|g\|^a", FALSE),
]
SYMBOLS = {
    "g": "a column of n",
    "B": "a matrix of n by n",
    "f": "a number",
    "y": "a column of n of shares",
    r"\alpha": "a number between 0 and 1",
}


@pytest.mark.parametrize(("said", "formula", "expected"), CASES)
def test_labels_above(said: tuple[str, ...], formula: str, expected: str, tmp_path: Path) -> None:
    habit = Habit("labels above", said=said, symbols=SYMBOLS)
    assert kind_of_last(habit, formula, tmp_path) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (
            r"\delta_t^V + \gamma \delta_{t+1}^V = r_t + \gamma r_{t+1} + \gamma^2 V(s_{t+2}) - V(s_t)",
            CHECKED,
        ),
        (r"\delta_t^V + \gamma \delta_{t+1}^V = r_t + \gamma r_{t+1} + \gamma V(s_{t+2}) - V(s_t)", FALSE),
    ],
)
def test_a_function_is_a_label(formula: str, expected: str, tmp_path: Path) -> None:
    symbols = {"V": "a function", "s_t": "a number at each time", "r_t": "a number at each time"}
    assert kind_of_last(Habit("residuals", said=RESIDUAL, symbols=symbols), formula, tmp_path) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (r"p^{\mathrm{C}\top} g = g^\top p^{\mathrm{C}}", CHECKED),
        (r"p^{\mathrm{C}\top} g = 2 g^\top p^{\mathrm{C}}", FALSE),
        (r"q^{LS} q^{LS} = (q^{LS})^2", CHECKED),
        (r"q^{LS} q^{LS} = 2 q^{LS}", FALSE),
    ],
)
def test_a_label_is_declared(formula: str, expected: str, tmp_path: Path) -> None:
    symbols = {**SYMBOLS, r"p^{\mathrm{C}}": "a column of n", "q^{LS}": "a number"}
    assert kind_of_last(Habit("declared", symbols=symbols), formula, tmp_path) == expected
