"""Letters of functions that a page makes quantities of, and a number for each sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .other_page import kinds_on

MATRICES = (
    "---\nsymbols: {A: a matrix of m by n, B: a matrix of n by p}\n---\n"
    r"$C = A B$, $z = \frac14 \sum_{i,j} C_{ij}^4$, $G = \nabla_C z$, $\phi = \frac12 \lVert C \rVert_F^2$, "
)
SAMPLES = (
    "---\nsymbols: {w: a column of n, X: a matrix of n by m, x: the columns of X, y: a column of m}\n---\n"
    r"$a^{(i)} = \sigma(w^T x^{(i)})$, $J = \frac12 \sum_{i=1}^m (a^{(i)} - y^{(i)})^2$, "
)
TOLD_APART = [
    (MATRICES, r"\nabla_B z = A^\top G", r"\nabla_B z = 2 A^\top G"),
    (MATRICES, r"\frac{\partial \phi}{\partial C} = C", r"\frac{\partial \phi}{\partial C} = 2 C"),
    (SAMPLES, r"\frac{\partial J}{\partial a^{(i)}} = a^{(i)} - y^{(i)}",
     r"\frac{\partial J}{\partial a^{(i)}} = a^{(i)} + y^{(i)}"),
    ("$x^{(k)} = 2k$, ", r"\sum_{k=1}^3 x^{(k)} = 12", r"\sum_{k=1}^3 x^{(k)} = 6"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "right", "wrong"), TOLD_APART)
def test_what_is_made_with_them_is_told_apart(before: str, right: str, wrong: str, tmp_path: Path) -> None:
    assert kinds_on(f"{before}${right}$", tmp_path)[-1] == CHECKED
    assert kinds_on(f"{before}${wrong}$", tmp_path)[-1] == FALSE


def test_a_quantity_is_no_function_and_a_function_no_quantity(tmp_path: Path) -> None:
    assert kinds_on("$F = ma$, $F(a + b) = 3$", tmp_path) == [DEFINES, UNREAD]
    assert kinds_on(r"$\phi(x) = x^2$, $\phi = 3x$, $\phi'(x) = 2x$", tmp_path) == [DEFINES, UNREAD, CHECKED]


@pytest.mark.parametrize("known", ["$a = 2$", "$a = b + 1$"])
def test_a_value_at_a_known_place_makes_no_function_constant(known: str, tmp_path: Path) -> None:
    assert kinds_on(f"{known}, $f(a) = 3$, $f(5) = 3$", tmp_path) == [DEFINES, UNREAD, UNREAD]
    # What has its argument on both sides is a function of it, whatever the letter was before.
    assert kinds_on(f"{known}, $f(a) = a^2$, $f(3) = 9$", tmp_path) == [DEFINES, DEFINES, CHECKED]
    assert kinds_on("$f(t) = 3$, $f(5) = 3$", tmp_path) == [DEFINES, CHECKED]


@pytest.mark.parametrize(
    ("value", "other", "function"),
    [
        ("$f(x_0) = 3$", "f(5) = 3", "f(x_1, x_2) = x_1$, $f(5, 4) = 5"),
        (r"$f(\hat{x}) = 3$", "f(5) = 3", r"f(\hat{x}) = \hat{x}^2$, $f(5) = 25"),
        (r"$\theta_1 = 4$, $f(\theta_1) = 2$", "f(7) = 2", r"f(\theta_1) = 2 \theta_1$, $f(7) = 14"),
        ("$a = 2$, $f(a, x) = 3 x$", "f(5, x) = 3 x", "f(a, x) = a x$, $f(5, x) = 5 x"),
        ("$f(x, x_0) = 3 x$", "f(x, 5) = 3 x", "f(x, t) = 3 x$, $f(x, 5) = 3 x"),
    ],
)
def test_a_value_at_one_place_makes_no_function_constant(
    value: str, other: str, function: str, tmp_path: Path
) -> None:
    assert kinds_on(f"{value}, ${other}$", tmp_path)[-2:] == [UNREAD, UNREAD]
    assert kinds_on(f"${function}$", tmp_path) == [DEFINES, CHECKED]


def test_nor_where_the_place_is_named_further_down(tmp_path: Path) -> None:
    text = (
        "We have $h(a) = 4$, where $a = 2$. So $h(5) = 4$, $h'(x) = 0$. With $g(x) = x + h(x)$, $g(5) = 9$."
    )
    assert kinds_on(text, tmp_path) == [UNREAD, DEFINES, *[UNREAD] * 4]
    assert kinds_on("$h(a) = 4$, $h(5) = 4$, $a = b + 1$", tmp_path) == [UNREAD, UNREAD, DEFINES]
    assert kinds_on("$h(a) = 4, a = 2$, $h(5) = 4$", tmp_path) == [UNREAD, UNREAD]
    assert kinds_on("$h(a) = 4 a$, $h(5) = 20$, $a = 2$", tmp_path) == [DEFINES, CHECKED, DEFINES]
    assert kinds_on("$h(a) = 4$ for some $a > 0$, $h(5) = 4$", tmp_path) == [UNREAD] * 3
