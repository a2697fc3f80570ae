"""What the words before a formula leave open is not called false; what they claim, is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from .other_page import kinds_on

MATRICES = "---\nsymbols: {A: a matrix of n by n, B: a matrix of n by n, x: a column of n}\n---\n"
ROWS = (
    "---\nsymbols: {A: a matrix of m by n, a: the rows of A, b: a column of m, x: a column of n}\n---\n"
    "$$\n\\phi(x) = -\\sum_{i=1}^m \\log(b_i - a_i^T x), \\qquad a_i^T x < b_i\n$$\n\n"
)
OPEN = [
    MATRICES + r"If $\det A \neq 0$, there is an inverse.",
    MATRICES + r"In general, $AB \neq BA$.",
    MATRICES + r"Let it be regular ($\det(A) \neq 0$).",
    MATRICES + r"for all columns with $x^T A x > 0$.",
    "Suppose that\n\n$$\nx^\\top x \\le 1\n$$\n".replace("x^\\top x", "t^2"),
    "If the signal is small, then\n\n$$\nt^2 \\le t\n$$\n",
    "We may assume $t^2 + u \\in [0, 1]$.",
    "Assume that:\n\n$$\nt^2 \\le t\n$$\n",
    "Every step is subject to\n\n$$\nt^2 \\le t\n$$\n",
]
CLAIMED = [
    "$$\nt^2 \\ge t\n$$\n",
    "We know that $t^2 \\ge t$.",
    "For all $u$ and $t$,\n\n$$\nut \\le u + t\n$$\n",
    "If $t^2 < 0$, so be it.",  # fails for all values
    MATRICES + "In general, $(A + B)^2 \\neq A^2 + AB + BA + B^2$.",
    MATRICES + "Let us see: $A x \\in \\mathbb{R}^{n+1}$.",
    "This leads to\n\n$$\nt^2 \\ge t\n$$\n",
    "Let $t$ be small. A bound is\n\n$$\nt^2 \\ge t\n$$\n",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_may_be_assumed_is_left_open(text: str, tmp_path: Path) -> None:
    assert kinds_on(text, tmp_path) == [UNREAD]


@pytest.mark.parametrize("text", CLAIMED)
def test_what_is_claimed_is_refuted(text: str, tmp_path: Path) -> None:
    assert kinds_on(text, tmp_path) == [FALSE]


def test_a_range_behind_a_definition_is_left_open_and_hides_nothing(tmp_path: Path) -> None:
    right = ROWS + "$$\n\\nabla \\phi(x) = \\sum_{i=1}^m \\frac{1}{b_i - a_i^T x} a_i\n$$\n"
    assert kinds_on(right, tmp_path) == [UNREAD, CHECKED]
    assert kinds_on(right.replace("= \\sum", "= -\\sum"), tmp_path) == [UNREAD, FALSE]


def test_what_fails_without_an_assumption_may_hold_with_it(tmp_path: Path) -> None:
    text = "If $t^2 < t$, then\n\n$$\nt {} 1\n$$\n"
    assert kinds_on(text.format("<"), tmp_path) == [UNREAD, UNREAD]
    assert kinds_on(text.format(">"), tmp_path) == [UNREAD, UNREAD]  # a letter may be assumed as well
    text = "If $t^2 < t$, then\n\n$$\nt^3 {} t^2\n$$\n"
    assert kinds_on(text.format("<"), tmp_path) == [UNREAD, UNREAD]
    assert kinds_on(text.format(">"), tmp_path) == [UNREAD, FALSE]
