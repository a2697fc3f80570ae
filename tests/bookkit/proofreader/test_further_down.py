"""What hangs on a letter that the page explains only further down is not called false for being early."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .other_page import findings_on, kinds_on

EARLY = [  # with the line that says what is meant, and a twin that is false of that, too
    ("The slope is $f'(x) = {}2x$, where $f(x) = x^2$.", "3"),
    ("The slope is $f'(x) = {}2x$, where $f(x) \\coloneqq x^2$.", "3"),
    ("The slope is\n\n$$\nf'(x) = {}2x\n$$\n\nwhere\n\n$$\nf(x) = x^2\n$$\n", "-"),
    ("The value is $b c = {}2 c$, where $b = 2$.", "3"),
    ("The value is $b c = {}c/3$, where $b = 1/3$.", "2"),
    ("The value is $b c = {}\\sqrt 2 c$, where $b = \\sqrt 2$.", "-"),
    ("The value is $u_1 c = {}2 c$, where $u_1 = 2$.", "3"),
]


@pytest.mark.parametrize(("text", "slip"), EARLY)
def test_a_claim_before_its_definition_is_left_open(text: str, slip: str, tmp_path: Path) -> None:
    assert kinds_on(text.format(""), tmp_path) == [UNREAD, DEFINES]
    assert kinds_on(text.format(slip), tmp_path) == [FALSE, DEFINES]


def test_the_message_names_the_line_further_down(tmp_path: Path) -> None:
    text = "The slope is $f'(x) = 2x$\n\nfor $f(x) = x^2$.\n"
    first = findings_on(text, tmp_path)[0]
    assert "line 3 says what f is, further down" in first.message
    assert "put that line first" in first.message
    text = "The slope is $f'(x) = 6x$\n\nfor $f(x) = a x^2$.\n\nThis is so with $a = 3$.\n"
    first = findings_on(text, tmp_path)[0]
    assert first.kind == UNREAD
    assert "line 3 says what f is and line 5 says what a is" in first.message
    assert kinds_on(text.replace("6x", "5x"), tmp_path)[0] == FALSE


def test_one_formula_may_end_with_what_its_letters_are(tmp_path: Path) -> None:
    assert kinds_on("$$\nf'(x) = 2x, \\qquad f(x) = x^2\n$$\n", tmp_path) == [UNREAD]
    assert kinds_on("$$\nf'(x) = 3x, \\qquad f(x) = x^2\n$$\n", tmp_path) == [FALSE]
    assert kinds_on("$$\nf(x) = x^2, \\qquad f'(x) = 3x\n$$\n", tmp_path) == [FALSE]


def test_a_line_further_down_that_is_not_read_leaves_open_too(tmp_path: Path) -> None:
    text = "The slope is $f'(x) = 2x$, where $f(x) = \\operatorname{sq}(x)$."
    assert kinds_on(text, tmp_path) == [UNREAD, UNREAD]


def test_what_holds_of_any_function_is_checked_and_no_example_saves_what_does_not(tmp_path: Path) -> None:
    text = "We know that $(f g)'(x) = f'(x) g(x) {} f(x) g'(x)$. An example is $f(x) = x^2$ and $g(x) = x$."
    assert kinds_on(text.format("+"), tmp_path) == [CHECKED, DEFINES, DEFINES]
    assert kinds_on(text.format("-"), tmp_path) == [FALSE, DEFINES, DEFINES]
    assert kinds_on("So $(a + b)^2 = a^2 + b^2$. Take $a = 3$.", tmp_path) == [FALSE, DEFINES]
    assert kinds_on("So $\\frac{d}{da} a^2 = 3a$. Take $a = 2$.", tmp_path) == [FALSE, DEFINES]
