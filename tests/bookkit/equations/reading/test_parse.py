"""LaTeX to trees: what the reader sees is what is read,
and what cannot be read is an error with its place.
"""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bookkit.equations import EquationError, parse
from bookkit.equations.reading import tree as t

EQUATIONS = [
    r"\sigma'(z) = \sigma(z)(1 - \sigma(z))",
    r"\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j",
    r"\left. \frac{\partial f}{\partial x} \right|_{x=3} = 3",
    r"\frac{d^2 f}{dx^2} = \frac{d}{dx}\left(\frac{df}{dx}\right)",
    r"\begin{aligned} a &= b \\ &= c + d \\ &\quad - e, \\ f &\le g \end{aligned}",
    r"\delta^l = ((W^{l+1})^\top \delta^{l+1}) \odot \sigma'(z^l) \quad \text{for } l = 2, \dots, L - 1",
    r"\max(0, z) = \begin{cases} z & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"\|y - a^L\|^2 = \sum_{j=1}^{n_L} |y_j - a^L_j|^2",
    r"\nabla_a C = \begin{pmatrix} 1 & x \\ 2 & y \end{pmatrix}^T",
    r"x \coloneqq \sqrt[3]{\frac12}, \quad \hat y \in \mathbb{R}^{n \times m}",
    r"\lim_{h \to 0} \frac{f(x+h)-f(x)}{h} = -\prod_{k \ne j} \log x_k",
    "% notation: softmax\n% increases: f\na \\leftarrow a + h\\,\\frac{\\partial f}{\\partial a}",
    r"\mathbf{1}[x > y] = [x > y] \cdot 1, \text{ if } x \ne y",
    r"e^{-z} + \Delta x_1 = 10^{-3}",
    r"\partial C / \partial w = 2/3",
]


@pytest.mark.parametrize("latex", EQUATIONS)
def test_a_printed_tree_reads_back_as_the_same_tree(latex: str) -> None:
    tree = parse(latex)
    assert parse(tree.latex()) == tree


@pytest.mark.parametrize(
    ("shown", "plain"),
    [
        (r"\Bigl( x \Bigr)\,\;\! + \displaystyle y", "(x) + y"),
        (r"\left[ x \right] \tag{7} \label{eq-x}", "[x]"),
        (r"\color{red}{x + y} z", "x + y z"),
        (r"\textcolor{red}{x} \boldsymbol{y}", "x y"),
        (r"{x + y} z", "x + y z"),
        (r"\frac12 x^23", None),
        (r"\frac1n", r"\frac{1}{n}"),
        (r"x^\top + x^T", r"x^{\top} + x^{T}"),
        (r"\underbrace{x + y}_{\text{sum}} + z", "x + y + z"),
        (r"\underbrace{x + y}_{\text{sum}} z", None),
        (r"x^{\prime}", "x'"),
        ("x % a remark\n + y", "x + y"),
    ],
)
def test_only_what_the_reader_sees_counts(shown: str, plain: str | None) -> None:
    if plain is None:
        with pytest.raises(EquationError):
            parse(shown)
    else:
        assert parse(shown) == parse(plain)


def test_a_chain_has_a_step_for_every_relation_on_every_line() -> None:
    tree = parse(r"\begin{align} a &= b = c \\ &\le d \\ x &= y \end{align}")
    assert [len(statement.chain.steps) for statement in tree.statements] == [3, 1]


def test_a_line_that_begins_with_an_operator_goes_on_with_the_line_before() -> None:
    assert parse(r"\begin{aligned} a &= b \\ &\quad + c \end{aligned}") == parse("a = b + c")


def test_columns_of_an_alignment_are_statements_of_their_own() -> None:
    tree = parse(r"\begin{align} w &\coloneqq 1, & x &\coloneqq 2 \end{align}")
    assert [str(statement) for statement in tree.statements] == [r"w \coloneqq 1", r"x \coloneqq 2"]


@pytest.mark.parametrize(
    ("latex", "line", "column"),
    [
        (r"x + = 2", 1, 5),
        ("x = y\n+ \\unknown", 2, 3),
        (r"\frac{1}{2 = x", 1, 9),
        (r"x + y) = x", 1, 6),
        (r"x^2^3", 1, 4),
        (r"a / b c", 1, 3),
        (r"x 2", 1, 1),
        (r"\begin{align} x &= x", 1, 1),
        (r"x = \text{so 1 = 2}", 1, 5),
    ],
)
def test_what_cannot_be_read_is_shown_with_a_caret(latex: str, line: int, column: int) -> None:
    with pytest.raises(EquationError) as caught:
        parse(latex)
    assert (caught.value.line, caught.value.column) == (line, column)
    *_, shown, caret = str(caught.value).splitlines()
    assert caret.index("^") - 4 == column - 1
    assert shown.strip() == latex.splitlines()[line - 1].strip()


def test_directives_are_read_from_the_comments() -> None:
    tree = parse("x = y % notation: network\n% unchecked: a reason: with a colon")
    assert tree.directive("notation") == "network"
    assert tree.directive("unchecked") == "a reason: with a colon"
    assert tree.directive("increases") is None


def test_a_fraction_of_d_is_a_derivative_only_with_a_variable_below() -> None:
    derivative = parse(r"\frac{d e}{d c}").statements[0].chain.first
    assert isinstance(derivative, t.Derivative)
    assert isinstance(parse(r"\frac{d}{c}").statements[0].chain.first, t.Frac)


COMMANDS = (
    r"\frac \left \right \sigma \partial \sum \odot \cdot \top \log \max \coloneqq"
    r" \leftarrow \approx \in \mathbb \text \quad \begin{cases} \end{cases}"
    r" \begin{align} \end{align} \begin{pmatrix} \end{pmatrix} \lim \to"
    r" \infty \nabla \sqrt \hat \Delta \dots \| \\ \{ \} \operatorname \mathbf \color \tag \underbrace"
    r" \unknown \forall \prime \le"
)
PIECES = [*"xyzabdejlLhT0123.,;&=<>+-/|'^_()[]{}% \n", *(f"{name} " for name in re.split(" ", COMMANDS))]


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_parsing_raises_nothing_but_its_own_error(latex: str) -> None:
    with contextlib.suppress(EquationError):
        tree = parse(latex)
        assert parse(tree.latex()) == tree


DEEP = ["(" * 500, "{" * 5000, r"\frac" * 3000, "-" * 3000, r"\log" * 4000 + "x", "x" * 30_000]


@pytest.mark.parametrize("latex", DEEP)
def test_deep_or_long_formulas_are_refused(latex: str) -> None:
    with pytest.raises(EquationError):
        parse(latex)
