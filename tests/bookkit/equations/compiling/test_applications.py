"""Functions of columns: gradients, primes and powers; what goes to each entry, and what does not."""

from __future__ import annotations

import pytest

from ..conftest import judged, judged_with

OWN = {
    "n": "a size",
    "m": "a size",
    "A": "a matrix of m by n",
    "x": "a column of n",
    "v": "a column of n",
    "b": "a row of n",
    "B": "a matrix of n by n",
    "c": "a number",
    "softmax": "the softmax of each column",
}
SQUARES = r"f(x) \coloneqq \lVert A x \rVert^2"
WAVES = r"f(x) \coloneqq \sum_i \sin((B x)_i)"


@pytest.mark.parametrize(
    ("lines", "true", "false"),
    [
        ([SQUARES], r"\nabla f(x) = 2 A^\top A x", r"\nabla f(x) = A^\top A x"),
        ([SQUARES], r"\nabla f = 2 A^\top A x", r"\nabla f = 2 A^\top A v"),
        ([SQUARES], r"\nabla f(v) = 2 A^\top A v", r"\nabla f(v) = 2 A^\top A x"),
        (
            [WAVES],
            r"\lim_{h \to 0} \frac{f(x + h v) - f(x)}{h} = \nabla f(x)^\top v",
            r"\lim_{h \to 0} \frac{f(x + h v) - f(x)}{h} = \nabla f(x)^\top x",
        ),
        ([SQUARES, r"d_i \coloneqq \frac{\partial f(x)}{\partial x_i}"],
         r"\nabla f(x) = (d_1, \dots, d_n)^\top",
         r"\nabla f(x) = (d_n, \dots, d_1)^\top"),
        ([r"g(x) \coloneqq A x"], r"\frac{\partial g}{\partial x} = A",
         r"\frac{\partial g}{\partial x} = 2 A"),
        ([], r"\nabla_x (v^\top \tanh(B x)) = B^\top (v \odot (1 - \tanh^2(B x)))",
         r"\nabla_x (v^\top \tanh(B x)) = B^\top (v \odot (1 - \tanh(B x)))"),
        ([r"y \coloneqq \tanh(A x)"], r"\frac{\partial y}{\partial x} = \operatorname{diag}(1 - y^2) A",
         r"\frac{\partial y}{\partial x} = \operatorname{diag}(1 - y) A"),
        ([], r"\operatorname{softmax}(x) = \operatorname{softmax}(x + c)",
         r"\operatorname{softmax}(x) = \operatorname{softmax}(x + c) + c"),
        ([], r"(x + c)^\top v = x^\top v + c \sum_i v_i", r"(x + c)^\top v = x^\top v + c"),
        ([], r"(A + b)_{ij} = A_{ij} + b_j", r"(A + b)_{ij} = A_{ij} - b_j"),
        ([], r"\operatorname{ReLU}(x) = \mathbb{I}[x > 0] \odot x",
         r"\operatorname{ReLU}(x) = \mathbb{I}[x < 0] \odot x"),
    ],
)  # fmt: skip
def test_functions_of_columns(lines: list[str], true: str, false: str) -> None:
    assert judged_with(OWN, *lines, true).status == "true", judged_with(OWN, *lines, true).message
    assert judged_with(OWN, *lines, false).status != "true"


def test_a_prime_is_no_gradient() -> None:
    """All entries moved at once would give the sum of the gradient."""
    found = judged_with(OWN, SQUARES, r"f'(x) = 2 \sum_i (A^\top A x)_i")
    assert found.status == "error"
    assert "\\nabla f" in found.message
    entrywise = r"g(x) \coloneqq \frac{1}{1 + e^{-x}}"
    assert judged_with(OWN, entrywise, r"g'(x) = g(x) \odot (1 - g(x))").status == "true"
    mixed = judged_with(OWN, r"g(x) \coloneqq B x", r"g'(x) = B")
    assert mixed.status == "error"


def test_a_number_is_not_added_to_a_matrix() -> None:
    """It may mean a multiple of the identity matrix."""
    assert judged_with(OWN, r"(B + c) x = B x + c x").status == "error"
    assert judged_with(OWN, r"A + x = x + A").status == "error"


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (r"\frac{d}{dx} g^2(x) = 2 g(x) g'(x)", r"\frac{d}{dx} g^2(x) = g(x) g'(x)"),
        (r"(f'(x))^2 = f'^2(x)", r"2 f'(x) = f'^2(x)"),
        (r"(f(x) g(x))' = f'(x) g(x) + f(x) g'(x)", r"(f(x) g(x))' = f'(x) g'(x)"),
        (
            r"\left( \frac{f(x)}{g(x)} \right)' = \frac{f'(x) g(x) - f(x) g'(x)}{g(x)^2}",
            r"\left( \frac{f(x)}{g(x)} \right)' = \frac{f'(x) g(x) + f(x) g'(x)}{g(x)^2}",
        ),
        (r"(g(f(x)))' = (g \circ f)'(x)", r"(g(f(x)))' = g'(x) f'(x)"),
    ],
)
def test_powers_of_functions_and_primes_on_brackets(true: str, false: str) -> None:
    assert judged(true).status == "true", judged(true).message
    assert judged(false).status == "false"


def test_a_prime_on_a_bracket_needs_one_argument() -> None:
    assert judged(r"(f(x) g(y))' = f'(x) g(y)").status == "error"


def test_an_inverse_function_is_no_reciprocal() -> None:
    assert judged(r"\sigma^{-1}(x) = \frac{1}{\sigma(x)}").status == "false"
    assert judged(r"\log^{-1}(x) = e^x").status == "error"  # some mean one by the logarithm


def test_sizes_with_subscripts_and_names_of_the_pages_own() -> None:
    own = {
        "D_1": "a size",
        "D_2": "a size",
        "\\Omega": "a matrix of D_2 by D_1",
        "\\boldsymbol{\\beta}": "a column of D_2",
        "o": "a column of D_1",
        "\\sigma": "a positive number",
    }
    line = r"z \coloneqq \boldsymbol\beta + \sigma \Omega o"
    assert judged_with(own, line, r"\frac{\partial z}{\partial o} = \sigma \Omega").status == "true"
    assert judged_with(own, line, r"\frac{\partial z}{\partial o} = \Omega").status == "false"
