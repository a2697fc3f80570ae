"""An equation that may say which functions are meant is left open; a rule about all of them is refuted."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .other_page import kinds_on

ASSUMED = [
    "For linear $f$,\n\n$$\nf(x + y) = f(x) + f(y)\n$$\n",
    "Let f be even, $f(-x) = f(x)$.",
    "Let $f$ be a function, $f(x + 1) = f(x)$.",
    "We take a function with $f(0) = 1$.",
    "Suppose $g'(x) = g(x)$.",
    "f is called homogeneous if $f(tx) = t f(x)$.",
    "An odd function has $f(-x) = 0 - f(x)$.",
    "By linearity, $f(x + y) = f(x) + f(y)$.",
    "Since $f$ is even, $f(-x) = f(x)$.",
    "Let $f$ be even. Then $f(-x) = f(x)$.",
    "Suppose that for all $x$\n\n$$\nf(2x) = 2 f(x)\n$$\n",
    "---\nsymbols: {h: a function}\n---\nSuppose $h(-x) = h(x)$.",
    "The law $g(x + y) = g(x) + g(y)$ holds if g is linear.",
    "We see $g(-x) = g(x)$ - if g is even.",
    "Then, $q(x + y) = q(x) + q(y)$ for all linear $q$.",
    "Here $f(x + p) = f(x)$\nholds whenever $f$ repeats itself.",
    "$$\nf(x + y) = f(x) f(y)\n$$\n\nis Cauchy's functional equation.",
    "$$\nf(x + y) = f(x) f(y),\n$$\n\nwhere $f$ is an exponential function.",
    "Cauchy's equation reads $F(x + y) = F(x) + F(y)$.",
    "Only lines have $f(x + y) = f(x) + f(y)$, which is called additivity.",
]
RELATIONS = [  # "let f be positive" and the like, written as a relation alone
    "$$\nf(x) \\ge 0 \\text{ for } x > 0\n$$\n",
    "$$\nf(x) \\le 0\n$$\n",
    "$$\nf(x) \\neq 0 \\text{ for } x > 0\n$$\n",
    "$$\nf(x) \\le f(y) \\text{ for } x \\le y\n$$\n",
    "$$\nf(t x + (1 - t) y) \\le t f(x) + (1 - t) f(y) \\text{ for } 0 \\le t \\le 1\n$$\n",
    "$$\nf(y) \\ge f(x) + f'(x)(y - x)\n$$\n",
    "$$\ng''(x) > 0\n$$\n",
    "---\nsymbols: {h: a function}\n---\n$$\nh(x) > 0 \\text{ for } x > 0\n$$\n",
]
IMPOSSIBLE = [  # no function is such
    "$$\nf(x)^2 < 0 \\text{ for } x > 0\n$$\n",
    "$$\nf(x) > f(x) + 1\n$$\n",
    "$$\nf(x)^2 \\neq f(x) f(x) \\text{ for } x > 0\n$$\n",
    "$$\n|f(x)| < -1 \\text{ for } x > 0\n$$\n",
]
CLAIMED = [
    "By the product rule, $(f g)' = f' g'$.",
    "For all smooth functions $f$ and $g$, we have $(f g)'(x) = f'(x) g'(x)$.",
    "If $f$ and $g$ are differentiable, then\n\n$$\n(f g)' = f' g'\n$$\n",
    "Let $f$ and $g$ be functions. Then, by the product rule, $(f g)' = f' g'$.",
    "For example, $f(x + y) = f(x) + f(y)$.",
    "Let $L: \\mathbb{R} \\to \\mathbb{R}$ be the loss. Then, by the rule,\n\n$$\n(L f)' = L' f'\n$$\n",
    "By linearity of the derivative, $(f g)' = f' g'$.",
    "It is even better: $(f g)' = f' g'$.",
    "Let us see: $(f g)' = f' g'$.",
    "With the size $q$, $(q + 1)^2 = q^2 + 1$.",  # no function
    "$$\nf(x + y) = f(x) + f(y)\n$$\n",
    "We have $(f g)' = f' g'$. If $f$ is even, so be it.",
    "We have $(f g)' = f' g'$ for all smooth functions $f$ and $g$.",
    "The product rule is $(f g)' = f' g'$, whenever $f$ and $g$ are differentiable.",
    "It reads $(f g)' = f' g'$.",
    "$$\n(f g)' = f' g'.\n$$\n\nif f is linear.",
    "$$\n(f g)' = f' g'\n$$\nIf f is even, so be it.",
    "$$\n(f g)' = f' g'\n$$\n\nIf f is even, so be it.",
    "- It is $(f g)' = f' g'$\n- for even functions, it is another",
    "| $(f g)' = f' g'$ | rule |\n| --- | --- |\n| $x$ | even functions |",
]


@pytest.mark.parametrize("text", ASSUMED)
def test_what_may_be_assumed_of_a_function_is_left_open(text: str, tmp_path: Path) -> None:
    assert kinds_on(text, tmp_path) == [UNREAD]


@pytest.mark.parametrize("text", RELATIONS)
def test_a_relation_that_some_functions_fulfil_is_left_open(text: str, tmp_path: Path) -> None:
    assert kinds_on(text, tmp_path) == [UNREAD]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_relation_that_no_function_fulfils_is_refuted(text: str, tmp_path: Path) -> None:
    assert kinds_on(text, tmp_path) == [FALSE]


def test_a_relation_about_a_defined_function_is_judged(tmp_path: Path) -> None:
    text = "$$\nf(x) = x^2 + 1\n$$\n\n$$\nf(x) \\ge {} \\text{{ for }} x > 0\n$$\n"
    assert kinds_on(text.format("1"), tmp_path) == [DEFINES, CHECKED]
    assert kinds_on(text.format("2"), tmp_path) == [DEFINES, FALSE]


def test_a_relation_assumed_of_a_function_lets_nothing_false_pass(tmp_path: Path) -> None:
    text = "$$\nf(x) \\ge 0 \\text{{ for }} x > 0\n$$\n\n$$\n(f(x)^2)' = {} f(x) f'(x)\n$$\n"
    assert kinds_on(text.format("2"), tmp_path) == [UNREAD, CHECKED]
    assert CHECKED not in kinds_on(text.format("3"), tmp_path)


def test_a_function_may_be_defined_after_what_is_assumed_of_it(tmp_path: Path) -> None:
    text = "$$\nf(x) \\ge 0 \\text{{ for }} x > 0\n$$\n\n$$\nf(x) = x^2\n$$\n\n$$\nf'(x) = {} x\n$$\n"
    assert kinds_on(text.format("2"), tmp_path) == [UNREAD, DEFINES, CHECKED]
    assert kinds_on(text.format("3"), tmp_path) == [UNREAD, DEFINES, FALSE]


def test_what_a_relation_makes_true_of_a_function_is_left_open(tmp_path: Path) -> None:
    text = "$$\nf(x) \\ge 0 \\text{ for } x > 0\n$$\n\n$$\n|f(y)| = f(y) \\text{ for } y > 0\n$$\n"
    assert kinds_on(text, tmp_path) == [UNREAD, UNREAD]


@pytest.mark.parametrize("text", CLAIMED)
def test_what_is_claimed_of_all_functions_is_refuted(text: str, tmp_path: Path) -> None:
    assert kinds_on(text, tmp_path)[-1] == FALSE


def test_what_is_supposed_is_the_formula_behind_the_words_and_not_the_next(tmp_path: Path) -> None:
    text = "Let\n\n$$\nh(x) = f(g(x))\n$$\n\n$$\nh'(x) = f'(g(x)) {}\n$$\n"
    assert kinds_on(text.format("g'(x)"), tmp_path) == [DEFINES, CHECKED]
    assert kinds_on(text.format(""), tmp_path) == [DEFINES, FALSE]


def test_what_follows_of_the_same_function_stays_open(tmp_path: Path) -> None:
    text = (
        "Let f be even, $f(-x) = f(x)$. We see that $f'(-x) = -f'(x)$, $(f^2)' = 2 f f'$ and $(g^2)' = g g'$."
    )
    assert kinds_on(text, tmp_path) == [UNREAD, UNREAD, CHECKED, FALSE]


def test_of_a_known_function_nothing_is_assumed(tmp_path: Path) -> None:
    text = "The parabola $f(x) = x^2$ is known. If it is even, $f(-x) = {}f(x)$."
    assert kinds_on(text.format(""), tmp_path) == [DEFINES, CHECKED]
    assert kinds_on(text.format("-"), tmp_path) == [DEFINES, FALSE]
