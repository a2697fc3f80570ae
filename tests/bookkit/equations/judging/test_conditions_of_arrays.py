r"""Conditions between arrays: ``\text{if } A = A^\top``, ``Q^\top Q = I``; and words that say the same."""

from __future__ import annotations

import pytest

from bookkit.equations import check

from ..told_apart import assert_not_read, assert_told_apart

DATA = {
    **{"n": "a size", "m": "a size", "x": "a column of n", "y": "a column of n", "a": "a number"},
    **dict.fromkeys(("A", "B", "Q", "P"), "a matrix of n by n"),
    **{"X": "a matrix of m by n", "b": "a column of m"},
}

CASES = [  # the condition, what is true under it, what is not
    (r"A = A^\top", r"\nabla_x (x^\top A x) = 2 A x", r"\nabla_x (x^\top A x) = A x"),
    (r"A^\top = -A", r"x^\top A y = -y^\top A x", r"\det(A) = 0"),
    (r"Q^\top Q = I", r"\lVert Q x \rVert = \lVert x \rVert", r"\det(Q) = 1"),
    (r"Q Q^\top = I", r"Q^{-1} = Q^\top", r"Q^{-1} = Q"),
    (r"P P = P", r"(2 P - I)^2 = I", r"P = I"),
    (r"A x = a x", r"x^\top A x = a x^\top x", r"x^\top A x = a \lVert x \rVert"),
    (r"A B = B A", r"A^2 B = B A^2", r"A B^2 = B A^2"),
    (r"X x = b", r"b^\top b = \lVert X x \rVert^2", r"X x = 0"),
    (
        r"X^\top X x = X^\top b",
        r"\lVert X x - b \rVert^2 = b^\top b - b^\top X x",
        r"\lVert X x - b \rVert^2 = 0",
    ),
]
WORDS = [
    (r"\text{if } A \text{ is symmetric}", r"x^\top A y = y^\top A x", r"A x = x"),
    (r"\text{for any orthogonal matrix } Q", r"Q Q^\top = I", r"Q = Q^\top"),
    (
        r"\text{where } A \text{ is invertible and } B \text{ is antisymmetric}",
        r"A^{-1} B^\top = -A^{-1} B",
        r"B A = A B",
    ),
]
UNREAD = [
    r"x^\top A x = 0 \quad \text{if } A = B x",
    r"x^\top A x = 0 \quad \text{if } X = X^\top x",
    r"A x = x \quad \text{if } A \text{ is not symmetric}",
    r"A x = x \quad \text{if } A \text{ is nice}",
]


@pytest.mark.parametrize(("condition", "right", "wrong"), CASES)
def test_equations(condition: str, right: str, wrong: str) -> None:
    claims = (rf"{claim} \quad \text{{if }} {condition}" for claim in (right, wrong))
    assert_told_apart(*claims, "own", symbols=DATA)


@pytest.mark.parametrize(("condition", "right", "wrong"), WORDS)
def test_words(condition: str, right: str, wrong: str) -> None:
    assert_told_apart(rf"{right} \quad {condition}", rf"{wrong} \quad {condition}", "own", symbols=DATA)


def test_without_the_condition_it_is_false() -> None:
    for _, right, _ in CASES[:5]:
        assert check(right, "own", symbols=DATA).status == "false"


def test_what_a_condition_lets_vanish_may_refute() -> None:
    claim = r"\det(A - a I) = 0 \quad \text{if } A x = a x"
    assert_told_apart(rf"{claim} \text{{ and if }} x^\top x > 0", claim, "own", symbols=DATA)


@pytest.mark.parametrize("latex", UNREAD)
def test_not_read(latex: str) -> None:
    assert_not_read(latex, "own", symbols=DATA)
