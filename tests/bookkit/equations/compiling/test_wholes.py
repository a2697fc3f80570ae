r"""What is defined by its entries and used whole: ``z_i = \sum_j A_{ij} x_j``, then ``z^\top z``."""

from __future__ import annotations

import pytest

from bookkit.equations import check

from ..told_apart import assert_not_read, assert_told_apart

DATA = {
    **{"n": "a size", "m": "a size", "x": "a column of n", "y": "a column of m", "A": "a matrix of m by n"},
    **{"p": "a column of n of positive numbers", "i": "an index", "j": "an index"},
}
LINES = r"z_i \coloneqq \sum_{j=1}^n A_{ij} x_j"
SOFT = r"s_i \coloneqq \frac{e^{x_i}}{\sum_{j=1}^n e^{x_j}}"
KERNEL = r"K_{ij} \coloneqq e^{-(x_i - x_j)^2}"
COST = r"L \coloneqq \sum_{i=1}^m z_i^3"
PAIRS = [
    ((LINES,), "z = A x", "z = 2 A x"),
    ((LINES,), r"\lVert z - y \rVert^2 = z^\top z - 2 z^\top y + y^\top y", r"z^\top z = y^\top y"),
    ((LINES,), r"\nabla_x (z^\top z) = 2 A^\top z", r"\nabla_x (z^\top z) = A^\top z"),
    ((LINES, COST), r"\nabla_x L = A^\top \nabla_z L", r"\nabla_x L = 2 A^\top \nabla_z L"),
    ((SOFT,), r"\mathbf{1}^\top s = 1", r"\mathbf{1}^\top s = 2"),
    (
        (SOFT,),
        r"\frac{\partial s}{\partial x} = \operatorname{diag}(s) - s s^\top",
        r"\frac{\partial s}{\partial x} = \operatorname{diag}(s) + s s^\top",
    ),
    ((KERNEL,), r"x^\top K x = \sum_{i=1}^n \sum_{j=1}^n K_{ij} x_i x_j", "K x = x"),
    ((KERNEL,), r"K^\top = K", r"K^\top = 2 K"),
    # A power of a diagonal matrix is that of its entries.
    ((), r"\operatorname{diag}(x)^2 x = x \odot x \odot x", r"\operatorname{diag}(x)^2 x = x"),
    ((), r"\operatorname{diag}(p)^{1/2} \operatorname{diag}(p)^{1/2} = \operatorname{diag}(p)",
     r"\operatorname{diag}(p)^{1/2} = \operatorname{diag}(p)"),
]  # fmt: skip
UNREAD = [
    (r"D_{ii} \coloneqq x_i", r"D = \operatorname{diag}(x)"),  # nothing is said of the others
    (r"s_i \coloneqq i^2", r"\mathbf{1}^\top s = n"),  # nobody knows how far
    (r"s_i \coloneqq x_i^2 \quad \text{for } i = 2, \dots, n", r"s^\top s = \sum_{i=2}^n x_i^4"),
    (r"s_i \coloneqq x_i \quad \text{for } i = 1, \dots, m", r"s^\top s = \sum_{i=1}^n x_i^2"),
]


def known(*said: str) -> tuple[str, object]:
    context = None
    for line in said:
        context = check(line, "own", context, symbols=DATA).context
    return "own", context


@pytest.mark.parametrize(("said", "right", "wrong"), PAIRS)
def test_pairs(said: tuple[str, ...], right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, *known(*said), symbols=DATA)


def test_what_is_made_from_it_may_be_held() -> None:
    both = r"\nabla_z (z^\top z + r) = "
    assert_not_read(both + r"2 z", *known(LINES, r"r \coloneqq z^\top z"), symbols=DATA)
    assert_not_read(both + r"4 z", *known(LINES, r"r \coloneqq z^\top z"), symbols=DATA)


@pytest.mark.parametrize(("said", "latex"), UNREAD)
def test_of_some_entries(said: str, latex: str) -> None:
    assert_not_read(latex, *known(said), symbols=DATA)
