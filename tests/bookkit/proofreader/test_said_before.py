"""What lecture notes have said before: in what set a letter lies, what a function is, what a step is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

SCHWARZ = r"|x^T y| \le \|x\|_2 \|y\|_2"
SETS = [
    # A bold or an upright R is that of the real numbers where a set is named.
    ((r"x, y \in \mathbf{R}^n",), SCHWARZ, CHECKED),
    ((r"x, y \in \mathbf{R}^n",), SCHWARZ.replace("le", "ge"), FALSE),
    ((r"x \in \mathrm{R}^n",), r"\|x\|_2 \le \|x\|_1", CHECKED),
    ((r"x \in \mathrm{R}^n",), r"\|x\|_1 \le \|x\|_2", FALSE),
    (
        (r"f : \mathbf{R}^n \to \mathbf{R}", r"x \in \mathbf{R}^n"),
        r"\nabla_x (3 f(x)) = 3 \nabla_x f(x)",
        CHECKED,
    ),
    (
        (r"f : \mathbf{R}^n \to \mathbf{R}", r"x \in \mathbf{R}^n"),
        r"\nabla_x (3 f(x)) = \nabla_x f(x)",
        FALSE,
    ),
    # Of a set that is not read, nobody knows whether its members are numbers.
    ((r"x \in \mathcal{X}",), r"x^T x = x^2", UNREAD),
    ((r"x, y \in H",), SCHWARZ.replace("le", "ge"), UNREAD),
    ((r"x, y \in H",), "(y + 1) - 1 = y", UNREAD),
    ((r"\|x\|_1 \ge \|x\|_2, \quad x \in \mathbb{R}^n",), r"\|x\|_2 \ge \|x\|_1", UNREAD),
    ((r"w \in H",), SCHWARZ, CHECKED),
    ((r"x \in [0, 1]",), "(x + 1)^2 = x^2 + 2x + 1", CHECKED),
]
LOGISTIC = r"\frac{1}{1 + e^{-\theta^T x}}"
COLUMNS = (r"\theta, x \in \mathbb{R}^n",)
FUNCTIONS = [
    # The line may say which function g is.
    (COLUMNS, rf"g(\theta^T x) = {LOGISTIC}", UNREAD),
    (COLUMNS, rf"h(x) = g(\theta^T x) = {LOGISTIC}", UNREAD),
    ((*COLUMNS, rf"h(x) = g(\theta^T x) = {LOGISTIC}"), r"h(x) = g(x) + 1", UNREAD),
    (("g(z) = \\frac{1}{1 + e^{-z}}", *COLUMNS), rf"g(\theta^T x) = {LOGISTIC}", CHECKED),
    (("g(z) = \\frac{1}{1 + e^{-z}}", *COLUMNS), rf"g(\theta^T x) = {LOGISTIC.replace('-', '')}", FALSE),
    # It cannot where the function is on both sides, or a rule is claimed.
    ((), "g(x + y) - g(x) = g(y) - g(x + y)", FALSE),
    ((), r"\frac{d}{dx} g(x^2) = g'(x^2)", FALSE),
]
STEP = r"w \leftarrow w - \epsilon(\alpha w + \nabla_w J(w))"
STEPS = [
    ({"w": "a column of n", "J": "a function"}, STEP, UNREAD),
    ({"w": "a column of n", "J": "a function"}, r"w \leftarrow w - \epsilon \nabla_w J(w)", CHECKED),
    ({"w": "a column of n", "J": "a function"}, r"w \leftarrow w + \epsilon \nabla_w J(w)", FALSE),
    ({"w": "a column of n", "J": "a function"}, r"w \leftarrow w - \nabla_w J(w)", FALSE),
    ({"J": "a function"}, r"w \leftarrow w - \epsilon(\alpha w + \frac{d}{dw} J(w))", UNREAD),
    ({"J": "a function"}, r"w \leftarrow w + \epsilon \frac{d}{dw} J(w)", FALSE),
    ({"J": "a function"}, r"w \leftarrow w - \epsilon w^2 \frac{d}{dw} J(w)", UNREAD),
    ({"w": "a column of n", "J": "a function"}, "% decreases: J(w)\n" + STEP, FALSE),
]
LAYER = {"x": "a column of n", "W": "a matrix of n by n", "b": "a column of n"}
LABELS = [
    (r"z^{[1]} = W x + b, \quad a^{[1]} = \tanh(z^{[1]}), \quad a^{[1]} - 1 = \tanh(W x + b) - 1", CHECKED),
    (r"z^{[1]} = W x + b, \quad a^{[1]} = \tanh(z^{[1]}), \quad a^{[1]} - 1 = \tanh(W x - b) - 1", FALSE),
    (r"z^{(1)} = W x + b, \quad z^{(1)} - b = W x", CHECKED),
    (r"z^{(1)} = W x + b, \quad z^{(1)} - b = W x + b", FALSE),
    (r"u_1 = W x, \quad u_2 = u_1 + b, \quad u_2 - b = W x", CHECKED),
]
INVERSE = [
    (r"\frac{d}{dx} \tan^{-1} x = \frac{1}{1 + x^2}", CHECKED),
    (r"\frac{d}{dx} \tan^{-1} x = \frac{1}{1 - x^2}", FALSE),
    (r"\cos(\sin^{-1}(x)) = \sqrt{1 - x^2}", CHECKED),
    (r"\sin^{-1}(x) = \frac{1}{\sin x}", FALSE),
    (r"\cos^2 x + \sin^2 x = 1", CHECKED),
    # Terms that are no number of a computer any more.
    (r"\tan^{-1} x = \sum_{n=0}^\infty (-1)^n \frac{x^{2n+1}}{2n+1}, \quad |x| < 1", CHECKED),
    (r"\tan^{-1} x = \sum_{n=0}^\infty \frac{x^{2n+1}}{2n+1}, \quad |x| < 1", FALSE),
]


@pytest.mark.parametrize(("said", "formula", "kind"), SETS + FUNCTIONS)
def test_sets_and_functions(said: tuple[str, ...], formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", {}, said), formula, tmp_path) == kind


@pytest.mark.parametrize(("symbols", "formula", "kind"), STEPS)
def test_a_step_that_may_be_one_for_more(
    symbols: dict[str, str], formula: str, kind: str, tmp_path: Path
) -> None:
    assert kind_of_last(Habit("", symbols), formula, tmp_path) == kind


@pytest.mark.parametrize(("formula", "kind"), LABELS)
def test_labels_behind_a_comma(formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", LAYER), formula, tmp_path) == kind


@pytest.mark.parametrize(("formula", "kind"), INVERSE)
def test_inverse_functions_and_their_series(formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", {}), formula, tmp_path) == kind
