r"""Functions whose values are columns, ``f: \mathbb{R}^n \to \mathbb{R}^m``, and their Jacobians."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .other_page import findings_on

MAPS = (
    r"f: \mathbb{R}^n \to \mathbb{R}^m",
    r"g: \mathbb{R}^m \to \mathbb{R}^p",
    r"x \in \mathbb{R}^n",
    r"v \in \mathbb{R}^n",
)
LAYER = (r"W \in \mathbb{R}^{m \times n}", r"x \in \mathbb{R}^n", r"f(x) = \tanh(W x)")
CHAIN = (r"g: \mathbb{R}^m \to \mathbb{R}^n", r"f: \mathbb{R}^n \to \mathbb{R}", r"x \in \mathbb{R}^m")
PAIR = (r"f(x, y) = \begin{bmatrix} x^2 y \\ 5x + \sin y \end{bmatrix}",)

SQUARES = (r"r: \mathbb{R}^n \to \mathbb{R}^m", MAPS[2], r"f(x) = \frac{1}{2} \sum_{j=1}^m r_j(x)^2")
NEWTON = r"J(x)^\top J(x) + \sum_{j=1}^m r_j(x) \nabla^2 r_j(x)"

CASES = [  # what the page says first, what is true, what is false
    ((*MAPS, r"h = g \circ f"), r"J_h(x) = J_g(f(x))\,J_f(x)", r"J_h(x) = 2 J_g(f(x))\,J_f(x)"),
    (
        MAPS,
        r"(J_f(x))_{ij} = \frac{\partial f_i}{\partial x_j}",
        r"(J_f(x))_{ij} = 2 \frac{\partial f_i}{\partial x_j}",
    ),
    (
        MAPS,
        r"\nabla_x \lVert f(x) \rVert^2 = 2 J_f(x)^\top f(x)",
        r"\nabla_x \lVert f(x) \rVert^2 = J_f(x)^\top f(x)",
    ),
    (
        MAPS,
        r"D f(x)\,v = \frac{d}{dt} f(x + t v) \Big|_{t=0}",
        r"D f(x)\,v = \frac{d}{dt} f(x - t v) \Big|_{t=0}",
    ),
    (
        (*CHAIN, "y = g(x)", "z = f(y)"),
        r"\nabla_x z = \left(\frac{\partial y}{\partial x}\right)^\top \nabla_y z",
        r"\nabla_x z = -\left(\frac{\partial y}{\partial x}\right)^\top \nabla_y z",
    ),
    (
        LAYER,
        r"J_f(x) = \operatorname{diag}(1 - f(x) \odot f(x)) W",
        r"J_f(x) = \operatorname{diag}(1 + f(x) \odot f(x)) W",
    ),
    (
        LAYER,
        r"\frac{\partial f_i}{\partial x_j} = (1 - f_i(x)^2) W_{ij}",
        r"\frac{\partial f_i}{\partial x_j} = (1 - f_i(x)) W_{ij}",
    ),
    (
        PAIR,
        r"J_f(x, y) = \begin{bmatrix} 2xy & x^2 \\ 5 & \cos y \end{bmatrix}",
        r"J_f(x, y) = \begin{bmatrix} 2xy & 5 \\ x^2 & \cos y \end{bmatrix}",
    ),
    (
        (*SQUARES, "J(x) = J_r(x)"),
        rf"\nabla^2 f(x) = {NEWTON}",
        rf"\nabla^2 f(x) = {NEWTON.replace('r_j(x) ', '')}",
    ),
    ((*SQUARES, "J(x) = J_r(x)"), r"J_r(x)^\top r(x) = \nabla f(x)", r"J_r(x)^\top r(x) = 2 \nabla f(x)"),
    ((*SQUARES, "J = J_r(x)"), r"J^\top r(x) = \nabla f(x)", r"J^\top r(x) = 2 \nabla f(x)"),
    (
        (*SQUARES, r"J(x) = D r(x)"),
        r"J(x)^\top r(x) = \sum_{i=1}^m r_i(x) \nabla r_i(x)",
        r"J(x)^\top r(x) = \sum_{i=1}^m \nabla r_i(x)",
    ),
]


def last(tmp_path: Path, said: tuple[str, ...], latex: str) -> str:
    text = "\n\n".join(f"${line}$" for line in (*said, latex))
    found = findings_on(text, tmp_path)
    assert all(item.kind == DEFINES for item in found[:-1]), found
    return found[-1].kind


@pytest.mark.parametrize(("said", "right", "wrong"), CASES)
def test_jacobians(tmp_path: Path, said: tuple[str, ...], right: str, wrong: str) -> None:
    assert last(tmp_path, said, right) == CHECKED
    assert last(tmp_path, said, wrong) == FALSE


def test_a_cost_of_the_page_s_own_is_not_called_false(tmp_path: Path) -> None:
    assert last(tmp_path, ("f(x) = x^2",), r"J_f(x) = x^3") == UNREAD
    assert last(tmp_path, (r"J_f(x) = x^3",), r"J_f(2) = 8") == CHECKED
    assert last(tmp_path, (r"f(x) = x^2", r"J = 5"), r"J = 6") == UNREAD
    assert last(tmp_path, (), r"J(x) = J_r(x)") == UNREAD


def test_what_is_true_of_some_functions_only_is_refuted(tmp_path: Path) -> None:
    square = (r"f: \mathbb{R}^n \to \mathbb{R}^n", *MAPS[2:])
    assert last(tmp_path, square, r"2 J_f(x) = J_f(x) + J_f(x)^\top") == FALSE


SLOPES = r"\operatorname{diag}(1 - q(x) \odot q(x)) A"
OF_A = (r"A \in \mathbb{R}^{m \times n}", r"b \in \mathbb{R}^m", MAPS[2], "r(x) = A x - b")
MADE = (*OF_A, r"q(x) = \tanh(A x)", r"f(x) = \frac12 \lVert r(x) \rVert^2", "J(x) = J_r(x)")


@pytest.mark.parametrize(
    ("before", "formula", "expected"),
    [
        (MADE, "J_r(x) = A", CHECKED),
        (MADE, "J_r(x) = 2 A", FALSE),
        (MADE, rf"J_q(x) = {SLOPES}", CHECKED),
        (MADE, rf"J_q(x) = 2 {SLOPES}", FALSE),
        (MADE, "J_q(x) = A", UNREAD),  # A may be any matrix
        ((*MADE, "J_q(x) = A"), "J_q(x) x = A x", UNREAD),
        ((*MADE[:-1], "J(x) = 2 J_r(x)"), rf"J_q(x) = 2 {SLOPES}", FALSE),
        ((*MADE[:-1], "J = J_r(x)"), rf"J_q(x) = 2 {SLOPES}", FALSE),
        (MADE, r"J_f(x) = r(x)^\top A", CHECKED),
        (MADE, r"J_f(x) = 3 r(x)^\top A", UNREAD),  # f has numbers: it may be a cost
        (MADE, "J_f(x) = 3 J(x)", UNREAD),
        ((*MADE, r"J_f(x) = 3 r(x)^\top A"), r"J_f(x) - 3 r(x)^\top A = 0", UNREAD),
        *(
            ((*MADE[:-1], made, "J_q(x) = A"), "J_q(x) x = A x", UNREAD)
            for made in ("J(x) = D r(x)", r"J(x) = \frac{\partial r}{\partial x}", "J(x) = A", "J = A")
        ),
        ((*MADE[:-1], "J = A", r"J_q(x) \coloneqq A"), "J_q(x) x = A x", CHECKED),
        ((*MADE[:-1], r"J(x) = \lVert r(x) \rVert^2", "J_f(x) = 3 f(x)"), "J_f(x) = 1.5 J(x)", CHECKED),
        (("J(x) = x^3", "f(x) = x^2", "J_f(x) = 5 x"), "J_f(2) = 10", CHECKED),  # a J of its own
        (("J_f(x) = x^3", "J(x) = 2 J_f(x)", "f(x) = x^2"), "J(2) = 16", CHECKED),
    ],
)
def test_a_letter_made_from_a_jacobian_leaves_the_others_what_they_are(
    before: tuple[str, ...], formula: str, expected: str, tmp_path: Path
) -> None:
    text = "\n\n".join(f"${line}$" for line in (*before, formula))
    assert findings_on(text, tmp_path)[-1].kind == expected
