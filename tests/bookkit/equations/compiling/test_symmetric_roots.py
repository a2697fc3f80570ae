r"""Roots of symmetric positive definite matrices, ``\Sigma^{1/2}``: the symmetric root is meant."""

from __future__ import annotations

import numpy as np
import pytest

from bookkit.values import linear

from ..told_apart import assert_not_read, assert_told_apart

SYMBOLS = {
    "n": "a size",
    "m": "a size",
    r"\Sigma": "a symmetric positive definite matrix of n by n",
    "S": "a symmetric matrix of n by n",
    "A": "a matrix of n by n",
    "B": "a matrix of n by m",
    "x": "a column of n",
    "y": "a column of n",
}
PAIRS = [
    (r"\Sigma^{1/2} \Sigma^{1/2} = \Sigma", r"\Sigma^{1/2} \Sigma^{1/2} = 2 \Sigma"),
    (r"\Sigma^{-1/2} \Sigma \Sigma^{-1/2} = I", r"\Sigma^{-1/2} \Sigma^2 \Sigma^{-1/2} = I"),
    (r"(\Sigma^{1/2})^\top = \Sigma^{\frac12}", r"(\Sigma^{1/2})^\top = \Sigma^{-\frac12}"),
    (
        r"\lVert \Sigma^{-1/2} x \rVert^2 = x^\top \Sigma^{-1} x",
        r"\lVert \Sigma^{-1/2} x \rVert^2 = x^\top \Sigma x",
    ),
    (r"\det \Sigma^{1/2} = \sqrt{\det \Sigma}", r"\det \Sigma^{1/2} = \det \Sigma"),
    (r"(B B^\top + I)^{1/2} (B B^\top + I)^{1/2} = B B^\top + I", r"(B B^\top + I)^{1/2} = B B^\top + I"),
    (r"x^\top S y = y^\top S x", r"x^\top S y = -y^\top S x"),
    # A number that is written does not come into a symmetric matrix at one place only.
    (r"2 x^\top S y = 2 y^\top S x", r"2 x^\top S y = 3 y^\top S x"),
    (r"S - 2 I = (S - 2 I)^\top", r"S - 2 I = (S - 3 I)^\top"),
    (r"\nabla_x (x^\top S x) = 2 S x", r"\nabla_x (x^\top S x) = S x"),
    # It may be small.
    (r"x^\top \Sigma x \ge 0", r"x^\top \Sigma x \ge 0.04 x^\top x"),
    (r"\operatorname{tr} \Sigma > 0", r"\operatorname{tr} \Sigma \ge 0.05 n"),
    (
        r"\frac{\partial}{\partial x_i} \lVert \Sigma^{1/2} x \rVert^2 = 2 (\Sigma x)_i",
        r"\frac{\partial}{\partial x_i} \lVert \Sigma^{1/2} x \rVert^2 = (\Sigma x)_i",
    ),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_pairs(right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, "own", symbols=SYMBOLS)


@pytest.mark.parametrize("latex", [r"A^{1/2} A^{1/2} = A", r"\Sigma^{1/3} \Sigma^{2/3} = \Sigma"])
def test_no_such_root(latex: str) -> None:
    assert_not_read(latex, "own", symbols=SYMBOLS)


def test_a_matrix_of_a_kind_is_square() -> None:
    assert_not_read("S = S", "own", symbols=SYMBOLS | {"S": "a symmetric matrix of n by m"})


def test_a_complex_step_goes_through() -> None:
    matrix = np.array([[2.0, 0.5], [0.5, 1.0]])
    step = np.array([[0.0, 1.0], [1.0, 0.0]])
    moved = np.imag(linear.root(matrix + 1e-30j * step)) / 1e-30
    root = linear.root(matrix)
    assert moved @ root + root @ moved == pytest.approx(step)
    assert np.isnan(linear.root(-matrix)).all()
