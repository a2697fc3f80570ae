"""Omissions: filled in where what is shown determines them, and refused elsewhere."""

from __future__ import annotations

import pytest

from bookkit.equations import parse

from ..conftest import Judge


@pytest.mark.parametrize(
    ("dots", "sum_"),
    [
        (r"x_1 + \dots + x_n", r"\sum_{i=1}^{n} x_i"),
        (r"x_1^2 + x_2^2 + \dots + x_n^2", r"\sum_{i=1}^{n} x_i^2"),
        (r"x_2 + x_3 + \dots + x_n", r"\sum_{i=2}^{n} x_i"),
        (r"n + (n - 1) + \dots + 1", r"\sum_{i=1}^{n} i"),
        (r"x + x^2 + x^3 + \cdots + x^n", r"\sum_{i=1}^{n} x^i"),
        (r"\frac{x}{1} + \frac{x}{2} + \cdots + \frac{x}{n}", r"\sum_{i=1}^{n} \frac{x}{i}"),
        (r"a_1 b_1 + \cdots + a_n b_n + c", r"\sum_{i=1}^{n} a_i b_i + c"),
        (r"c + x_1 + x_2 + \cdots + x_n", r"c + \sum_{i=1}^{n} x_i"),
    ],
)
def test_dots_mean_the_sum_that_they_show(judge: Judge, dots: str, sum_: str) -> None:
    assert judge(f"{dots} = {sum_}").status == "true"
    assert judge(f"{dots} = {sum_} + x_1").status == "false"
    assert judge(f"{dots} = {sum_.replace('{n}', '{n+1}')}").status in ("false", "error")


@pytest.mark.parametrize(
    "latex",
    [
        r"1 + \dots + n = n",
        r"1 + 3 + \dots + n = n",
        r"1 + 2 + 4 + \dots + n = n",
        r"x_1 + x_3 + \dots + x_n = n",
        r"1 + \dots + (n - 2) + n = n",
        r"x + \dots + y = n",
        r"a_1 + \dots + b_n = n",
        r"x_1 + x_2 - \dots + x_n = n",
        r"\dots + x_n = n",
        r"x_1 + \dots = n",
        r"x_1 + \dots + x_k + \dots + x_n = n",
        r"f(x_1, \dots, x_n) = n",
        r"\begin{pmatrix} 1 & \\ & 1 \end{pmatrix} = n",
        r"\begin{pmatrix} 1 & \cdots & 0 \\ \vdots & \ddots & \vdots \\ 0 & \cdots & 1 \end{pmatrix} = n",
    ],
)
def test_dots_that_show_no_rule_are_refused(judge: Judge, latex: str) -> None:
    verdict = judge(latex)
    assert verdict.status == "error"
    assert not verdict.is_breakdown


def test_products_keep_their_order(judge: Judge) -> None:
    right = r"\frac{\partial z^L}{\partial a^1} = W^L \Sigma'(z^{L-1}) \cdots W^3 \Sigma'(z^2) W^2"
    assert judge(right, notation="network").status == "true"
    wrong = r"(\frac{\partial z^L}{\partial a^1})^\top = W^L \Sigma'(z^{L-1}) \cdots W^3 \Sigma'(z^2) W^2"
    assert judge(wrong, notation="network").status in ("false", "error")


def test_an_empty_product_of_matrices_is_the_identity(judge: Judge) -> None:
    full = r"\delta^l = \Sigma'(z^l) (w^{l+1})^T \ldots \Sigma'(z^{L-1}) (w^L)^T \Sigma'(z^L) \nabla_a C"
    for_all = r" \quad \text{for } l = 2, \dots, L"
    assert judge(full + for_all, notation="network").status == "true"
    lost = full.replace(r"\Sigma'(z^L) ", "")
    assert judge(lost + for_all, notation="network").status == "false"


def test_what_is_shown_stays_as_it_is_written() -> None:
    latex = r"x_{1} + \dots + x_{n} = 3"
    assert parse(latex).latex() == latex


def test_indices_may_be_a_letter_and_a_number(judge: Judge) -> None:
    assert judge(r"(A B)_{n1} = \sum_k A_{nk} B_{k1}", notation="vectors").status == "true"
    assert judge(r"(A B)_{n1} = \sum_k A_{kn} B_{k1}", notation="vectors").status == "false"


def test_entries_that_go_down_are_refused(judge) -> None:
    """They were read from the least to the greatest."""
    down, up = r"\begin{pmatrix} x_n \\ \vdots \\ x_1 \end{pmatrix}", r"(x_1, \dots, x_n)"
    for claim in (rf"(x_n, \dots, x_1) = {up}", f"{down} = {up}"):
        assert "go down" in judge(claim).message
