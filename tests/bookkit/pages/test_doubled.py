r"""Formulas between doubled backslashes are found in other books, and breaks ``\\[4pt]`` are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.pages.source import Page, parse_page


def parse(text: str, of_this_book: bool = False) -> Page:
    return parse_page(Path("page.md"), text, of_this_book)


FOUND = [
    (r"A sum \\(a + b\\) here", [("a + b", 1, False)]),
    (r"A sum \\[a + b\\] here", [("a + b", 1, True)]),
    ("It is\n\n\\\\[\na + b\n\\\\]\n", [("a + b", 4, True)]),
    (r"\\[a \\\\[4pt] x\_1\\]", [(r"a \\[4pt] x_1", 1, True)]),
    ("$$\na \\\\[4pt] b \\\\[2pt] c\n$$\n", [(r"a \\[4pt] b \\[2pt] c", 2, True)]),
    (r"A \\(a\\) and \(b\) and $c$", [("a", 1, False), ("b", 1, False), ("c", 1, False)]),
    (r"Code `\\(a\\)`, and breaks \\[4pt] and \\[-.5em] of lines", []),
]


@pytest.mark.parametrize(("text", "formulas"), FOUND)
def test_formulas_between_doubled_backslashes(text: str, formulas: list[tuple[str, int, bool]]) -> None:
    page = parse(text)
    assert [(e.latex, e.line, e.display) for e in page.equations] == formulas
    assert page.faults == ()


@pytest.mark.parametrize("sign", [r"\\(", r"\\)", r"\\[", r"\\]"])
def test_a_lone_sign_is_named_with_its_line(sign: str) -> None:
    (fault,) = parse(f"One\n\nand {sign} a\n\n").faults
    assert fault.line == 3
    assert fault.message.startswith(f"{sign} begins or ends no formula")


def test_this_book_does_not_write_so() -> None:
    page = parse(r"A sum \\(a + b\\) here", of_this_book=True)
    assert (page.equations, page.faults) == ((), ())


def test_many_opening_signs_take_no_long_time() -> None:
    assert parse("\\\\( a " * 5000).equations == ()
    assert parse("\\\\[ a " * 5000).equations == ()
