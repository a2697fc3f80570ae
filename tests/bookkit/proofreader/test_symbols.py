"""Symbols of another book: on the page, beside it, and mistakes in either."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.pages.source import PageError
from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD, findings

from .conftest import Write

WRITTEN = r"$W x + b \in \mathbb{R}^{m}$"
TABLE = "symbols:\n  m: a size\n  W: a matrix of m by n\n  x: a column of n\n"


def kinds(path: Path) -> list[str]:
    return [item.kind for item in findings(path, path.parent)]


def test_a_table_beside_the_pages_and_above_them(write: Write) -> None:
    write("book/symbols.yml", TABLE + "  b: a column of m\n")
    page = write("book/part/page.md", WRITTEN)
    assert [item.kind for item in findings(page, page.parents[1])] == [CHECKED]
    assert kinds(page) == [UNREAD]  # the table lies outside of the folder that is checked


def test_a_page_has_the_last_word(write: Write) -> None:
    write("symbols.yml", TABLE + "  b: a column of n\n")
    page = write("page.md", f"---\nsymbols:\n  b: a column of m\n---\n{WRITTEN}\n")
    assert kinds(page) == [CHECKED]


def test_a_page_names_its_table(write: Write) -> None:
    write("letters.yml", TABLE + "  b: a column of m\n")
    assert kinds(write("part/page.md", f"---\nsymbols: ../letters.yml\n---\n{WRITTEN}\n")) == [CHECKED]


def test_a_declared_letter_comes_before_that_of_the_table(write: Write) -> None:
    said = "---\nsymbols:\n  a: a column of n\n  f: a number\n---\n"
    page = write("page.md", said + "$a^\\top a = \\|a\\|^2$, $f \\cdot (1 + 1) = 2f$\n")
    assert kinds(page) == [CHECKED, CHECKED]


def test_a_table_of_this_book(write: Write) -> None:
    right = "$\\delta^L = \\nabla_a C \\odot \\sigma'(z^L)$"
    page = write("page.md", f"---\nnotation: network\n---\n{right}, {right.replace('z^L', 'a^L')}\n")
    assert kinds(page) == [CHECKED, FALSE]


def test_the_letter_of_a_length_is_a_size(write: Write) -> None:
    said = "---\nsymbols:\n  W: a matrix of m by n\n  x: a column of d_{in}\n---\n"
    page = write(
        "page.md", said + r"$\sum_{i=1}^m \sum_{j=1}^n W_{ij}^2 = \|W\|_F^2$, $\|x\|^2 = \|W\|_F^2$" + "\n"
    )
    assert kinds(page) == [CHECKED, FALSE]
    write("symbols.yml", "symbols: {W: a matrix of m by k}\n")
    page = write("next.md", r"$\sum_{i=1}^m \sum_{j=1}^k W_{ij} = \sum_{j=1}^k \sum_{i=1}^m W_{ij}$" + "\n")
    assert kinds(page) == [CHECKED]


BOLD = [
    ("\\mathbf{h}: a column of h", r"$\sum_{i=1}^h 1 = h$, $\|\mathbf{h}\|^2 = \mathbf{h}^\top \mathbf{h}$"),
    ("\\mathbf{x}: a column of 3", r"$x + x = 2x$, $\|\mathbf{x}\|^2 = \mathbf{x}^\top \mathbf{x}$"),
    ("\\mathbf{x}: a column of 3, x: a number", r"$\sum_{i=1}^3 \mathbf{x}_i^2 = \|\mathbf{x}\|^2$"),
    ("\\mathbf{x}: a column of 3, x: a number", r"$\sum_{i=1}^3 x_i^2 = \|\mathbf{x}\|^2$"),
    ("\\mathbf{x}: a column of 3, x: a number", r"$x_1 + x_2 = x_2 + x_1$, $x_5 + 1 = 1 + x_5$"),
    ("\\mathbf{x}: a column of 3, \\mathbf{e}: the unit vectors of 3",
     r"$\sum_{i=1}^3 x_i \mathbf{e}_i = \mathbf{x}$, $\ln e = 1$"),
    ("n: a size, \\mathbf{n}: a column of n", r"$\mathbf{n}^\top \mathbf{n} = \|\mathbf{n}\|^2$"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "written"), BOLD, ids=[said for said, _ in BOLD])
def test_a_bold_letter_is_another_than_the_plain_one(said: str, written: str, write: Write) -> None:
    """Wherever it is declared, and whether or not a page has both."""
    lines = "symbols:\n" + "".join(f"  {line}\n" for line in said.split(", "))
    page = write("page.md", f"---\n{lines}---\n{written}\n")
    assert set(kinds(page)) == {CHECKED}
    write("symbols.yml", lines)
    page = write("page.md", f"{written}\n")
    assert set(kinds(page)) == {CHECKED}


PAGE, TABLE_FILE = "page.md", "symbols.yml"
WRONG = [
    (PAGE, "---\nnotation: networks\n---\n", "page.md:2: no notation is called 'networks'; there are: "),
    (PAGE, "---\nsymbols: nowhere.yml\n---\n", "page.md:2: there is no table of symbols nowhere.yml"),
    (PAGE, "---\nsymbols:\n  W: a tensor\n---\n", "W: 'a tensor' is not understood; a symbol is one of"),
    (PAGE, "---\nsymbols:\n  W: a matrix of m by n\n  m: a number\n---\n", "m is no size of the table"),
    (PAGE, "---\nsymbols: [W, x]\n---\n", "page.md:2: symbols is a list of lines or names a file"),
    (PAGE, "---\nsymbols: {W: a\n---\n", "page.md:1: the front matter is not YAML"),
    (TABLE_FILE, "symbols: {W: a\n", "symbols.yml:2: the table of symbols is not YAML"),
    (TABLE_FILE, "letters:\n  W: a number\n", "symbols.yml:1: a table has the keys notation and symbols"),
    (TABLE_FILE, "symbols:\n  W: a tensor\n", "symbols.yml:1: W: 'a tensor' is not understood"),
    (TABLE_FILE, "notation: networks\n", "symbols.yml:1: no notation is called 'networks'"),
]


@pytest.mark.parametrize(("name", "text", "message"), WRONG, ids=[message for _, _, message in WRONG])
def test_mistakes_are_named_with_file_and_line(name: str, text: str, message: str, write: Write) -> None:
    page = write("page.md", "$a + a = 2a$\n")
    write(name, text)
    with pytest.raises(PageError) as caught:
        findings(page, page.parent)
    assert message in str(caught.value)


def test_a_symbol_that_nothing_declares_is_named(write: Write) -> None:
    page = write("page.md", "\n\n$Q x = x Q$\n")
    (item,) = findings(page, page.parent)
    assert (item.line, item.kind) == (3, UNREAD)
    assert "unknown symbol Q" in item.message
