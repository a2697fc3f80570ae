r"""A column of ones, ``\mathbf{1}``, which takes its length from what it stands beside; ``\mathbf{1}_n``."""

from __future__ import annotations

import pytest

from bookkit.equations import check

from ..told_apart import assert_not_read, assert_told_apart

DATA = {
    **{"n": "a size", "m": "a size", "k": "a size", "x": "a column of n", "y": "a column of n"},
    **{"A": "a matrix of n by n", "X": "a matrix of m by n", "W": "a matrix of n by k", "b": "a column of k"},
    **{"p": "a column of n of shares", "a": "a number"},
}

PAIRS = [  # what is true, what is false
    (r"\mathbf{1}^\top p = 1", r"\mathbf{1}^\top x = 1"),
    (r"(A \mathbf{1})_i = \sum_{j=1}^n A_{ij}", r"(A \mathbf{1})_i = \sum_{j=1}^n A_{ji}"),
    (
        r"(X W + \mathbf{1} b^\top)_{ij} = \sum_{l=1}^n X_{il} W_{lj} + b_j",
        r"(X W + \mathbf{1} b^\top)_{ij} = \sum_{l=1}^n X_{il} W_{lj} - b_j",
    ),
    (r"\nabla_x (\mathbf{1}^\top x) = \mathbf{1}", r"\nabla_x (\mathbf{1}^\top x) = x"),
    (
        r"x^\top (x - \tfrac1n (\mathbf{1}^\top x) \mathbf{1}) = x^\top x - \tfrac1n (\mathbf{1}^\top x)^2",
        r"x^\top (x - \tfrac1n (\mathbf{1}^\top x) \mathbf{1}) = x^\top x - (\mathbf{1}^\top x)^2",
    ),
    (
        r"(I - \tfrac1n \mathbf{1} \mathbf{1}^\top) x = x - \tfrac1n \mathbf{1} (\mathbf{1}^\top x)",
        r"(I - \tfrac1n \mathbf{1} \mathbf{1}^\top) x = x - \mathbf{1} (\mathbf{1}^\top x)",
    ),
    (r"x x^\top \mathbf{1} = (\mathbf{1}^\top x) x", r"x x^\top \mathbf{1} = (x^\top x) \mathbf{1}"),
    (r"\mathbf{1}_n^\top \mathbf{1}_n = n", r"\mathbf{1}_n^\top \mathbf{1}_n = n + 1"),
    (
        r"(I - \tfrac1n \mathbf{1}_n \mathbf{1}_n^\top) \mathbf{1}_n = 0",
        r"(I - \mathbf{1}_n \mathbf{1}_n^\top) x = 0",
    ),
    (r"\mathbf{1}\{a > 0\} + \mathbf{1}\{a \le 0\} = 1", r"\mathbf{1}\{a > 0\} - \mathbf{1}\{a \le 0\} = 1"),
]
UNREAD = [
    r"\mathbf{1}^\top \mathbf{1} = n",
    r"\lVert \mathbf{1} \rVert^2 = n",
    r"A \mathbf{1} = A",
    r"A + \mathbf{1} = A",
    r"X \mathbf{1} = x",
    r"\exp(\mathbf{1}) = x",
    r"\mathbf{1}_x = x",
    r"a + \mathbf{1} = x",
]
# What is made entry by entry is a column where its letters are, so a product with it is a number.
COLUMNS = [r"(e^{x_1}, \dots, e^{x_n})", r"e^{x}", r"\frac{e^x}{1 + e^x}", r"x \odot y"]


@pytest.mark.parametrize("made", COLUMNS)
def test_a_product_with_what_is_made_entry_by_entry(made: str) -> None:
    context = check(f"z \\coloneqq {made}", "own", symbols=DATA).context
    right, wrong = (
        rf"\frac{{1}}{{(\mathbf{{1}}^\top z)^2}} A = \frac{{1}}{{(\sum_{{i=1}}^n z_i){power}}} A"
        for power in ("^2", "")
    )
    assert_told_apart(right, wrong, "own", context, symbols=DATA)


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_pairs(right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, "own", symbols=DATA)


@pytest.mark.parametrize("latex", UNREAD)
def test_of_no_length(latex: str) -> None:
    assert_not_read(latex, "own", symbols=DATA)
