r"""Any function of a column, ``f: \mathbb{R}^n \to \mathbb{R}``, its gradient and its second derivatives."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.equations import Context, check
from bookkit.equations.judging.manner import ELSEWHERE
from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE

from ..equations.told_apart import assert_told_apart
from .other_page import findings_on

DATA = {
    "n": "a size",
    "x": "a column of n",
    "v": "a column of n",
    "A": "a matrix of n by n",
    "f": "a function",
}

TRUE = [
    r"\frac{\partial^2}{\partial x_i \partial x_j} f(x) = \frac{\partial^2}{\partial x_j \partial x_i} f(x)",
    r"(\nabla f(x))_i = \frac{\partial f(x)}{\partial x_i}",
    r"\frac{d}{dt} f(x + t v) \Big|_{t=0} = \nabla f(x)^\top v",
    r"\lim_{h \to 0} \frac{f(x + h v) - f(x)}{h} = \nabla f(x)^\top v",
    r"f(x + h v) = f(x) + h \nabla f(x)^\top v + O(h^2)",
    r"A^\top \nabla f(A x) = \nabla_x f(A x)",
    r"(\nabla^2 f(x))^\top = \nabla^2 f(x)",
]
FALSE_ONES = [
    r"\frac{\partial^2}{\partial x_i \partial x_j} f(x) = \frac{\partial^2}{\partial x_i \partial x_i} f(x)",
    r"\frac{d}{dt} f(x + t v) \Big|_{t=0} = \nabla f(v)^\top x",
    r"f(x + h v) = f(x) + h \nabla f(x)^\top v + O(h^3)",
    r"f(A x) = f(x)",
    r"f(x + v) = f(x) + f(v)",
]
HESSIAN = [
    (r"E(x) = x^\top A x", r"\nabla^2 E(x) = A + A^\top", r"\nabla^2 E(x) = 2 A"),
    (r"E(x) = x^\top A x", r"\nabla\nabla E(x) = A + A^\top", r"\nabla\nabla E(x) = 2 A"),
    (
        r"E(a, b) = a^2 b + b^3",
        r"\nabla^2 E(a, b) = \begin{bmatrix} 2b & 2a \\ 2a & 6b \end{bmatrix}",
        r"\nabla^2 E(a, b) = \begin{bmatrix} 2b & 2a \\ 2a & 3b \end{bmatrix}",
    ),
    (r"g(t) = t^4", r"\nabla^2 g(t) = 12 t^2", r"\nabla^2 g(t) = 4 t^3"),
]


@pytest.mark.parametrize("latex", TRUE)
def test_what_is_true_of_all_functions_is_read(latex: str) -> None:
    verdict = check(latex, symbols=DATA, manner=ELSEWHERE)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("latex", FALSE_ONES)
def test_what_is_false_of_some_is_refuted(latex: str) -> None:
    assert check(latex, symbols=DATA, manner=ELSEWHERE).status == "false"


@pytest.mark.parametrize(("definition", "right", "wrong"), HESSIAN)
def test_second_derivatives_need_no_letter_below(definition: str, right: str, wrong: str) -> None:
    context = check(definition, context=Context(), symbols=DATA, manner=ELSEWHERE).context
    assert_told_apart(right, wrong, context=context, symbols=DATA, manner=ELSEWHERE)


def test_no_entry_of_a_long_column_is_passed_over() -> None:
    symbols = {**DATA, "n": "a size", "x": "a column of n+4"}
    wrong = check(r"\frac{\partial f(x)}{\partial x_5} = 0 \cdot x_1", symbols=symbols, manner=ELSEWHERE)
    assert wrong.status == "false"


def test_a_letter_that_nobody_has_declared_is_a_function_of_numbers() -> None:
    symbols = {name: said for name, said in DATA.items() if name != "f"}
    assert check(TRUE[0], symbols=symbols, manner=ELSEWHERE).status == "error"


def test_a_page_may_say_it_in_a_formula(tmp_path: Path) -> None:
    said = r"$f : \mathbb{R}^n \to \mathbb{R}$ and $x \in \mathbb{R}^n$: "
    for latex, kind in ((TRUE[0], CHECKED), (FALSE_ONES[0], FALSE)):
        found = findings_on(f"{said}${latex}$", tmp_path)
        assert sorted(item.kind for item in found) == sorted([DEFINES, DEFINES, kind]), found


def test_unit_vectors(tmp_path: Path) -> None:
    front = "---\nsymbols:\n  n: a size\n  \\mathbf{x}: a column of n\n"
    front += "  \\mathbf{e}: the unit vectors of n\n---\n"
    for right, kind in ((r"\mathbf{x}", CHECKED), (r"2 \mathbf{x}", FALSE)):
        text = front + rf"$\sum_{{i=1}}^n x_i \mathbf{{e}}_i = {right}$"
        found = findings_on(text, tmp_path)
        assert [item.kind for item in found] == [kind], found
