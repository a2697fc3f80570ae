r"""Changes and traces without brackets: ``\mathrm{d}X^{-1}``, ``\operatorname{tr} A B``."""

from __future__ import annotations

import pytest

from bookkit.equations import check

from ..told_apart import assert_told_apart

DATA = {"n": "a size", "A": "a matrix of n by n", "B": "a matrix of n by n", "a": "a number", "x": "a number"}

PAIRS = [  # what is true, what is false
    (r"\mathrm{d}A^{-1} = -A^{-1} (\mathrm{d}A) A^{-1}", r"\mathrm{d}A^{-1} = A^{-1} (\mathrm{d}A) A^{-1}"),
    (
        r"\mathrm{d}\operatorname{tr}(A^\top A) = 2 \operatorname{tr}(A^\top\,\mathrm{d}A)",
        r"\mathrm{d}\operatorname{tr}(A^\top A) = \operatorname{tr}(A^\top\,\mathrm{d}A)",
    ),
    (
        r"\mathrm{d}\log\det A = \operatorname{tr}(A^{-1}\,\mathrm{d}A)",
        r"\mathrm{d}\log\det A = \operatorname{tr}(A\,\mathrm{d}A)",
    ),
    (
        r"\mathrm{d}\det A = \det(A) \operatorname{tr}(A^{-1}\,\mathrm{d}A)",
        r"\mathrm{d}\det A = \operatorname{tr}(A^{-1}\,\mathrm{d}A)",
    ),
    (r"\mathrm{d}\ln x = \frac{\mathrm{d}x}{x}", r"\mathrm{d}\ln x = \mathrm{d}x"),
    (
        r"\operatorname{tr} A B = \operatorname{tr} B A",
        r"\operatorname{tr} A B = \operatorname{tr} B \operatorname{tr} A",
    ),
    (
        r"a \operatorname{tr} A + \operatorname{tr} B = \operatorname{tr}(a A + B)",
        r"a \operatorname{tr} A + \operatorname{tr} B = \operatorname{tr}(A + B)",
    ),
    (
        r"\nabla_A \operatorname{tr} A B A^\top = A B + A B^\top",
        r"\nabla_A \operatorname{tr} A B A^\top = A B + B A^\top",
    ),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_pairs(right: str, wrong: str) -> None:
    assert_told_apart(right, wrong, "own", symbols=DATA)


def test_a_power_of_a_change_and_a_change_of_a_power_are_not_told_apart() -> None:
    assert check(r"\mathrm{d}A^\top = 2 (\mathrm{d}A)^\top", "own", symbols=DATA).status == "false"
    assert check(r"\mathrm{d}x^2 = 2 x\,\mathrm{d}x", "own", symbols=DATA).status != "true"
