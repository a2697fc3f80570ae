"""Tables that the press writes: symbols from the notations, counts from the proofs."""

from pathlib import Path

import pytest

from bookkit import exact, notations
from bookkit.equations.page import checker_fingerprint
from bookkit.pages import desk
from bookkit.pages.numbering import PageNumbers
from bookkit.written import tables as generated
from bookkit.written.tables import UnknownTableError, notation_table, write


def sheet(folder: Path, **pages: str) -> desk.Sheet:
    """Lay out a book of these pages; return the sheet of the first."""
    book = {}
    for name, text in pages.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
        book[f"{name}.md"] = PageNumbers()
    first = next(iter(book))
    return desk.Sheet(folder / first, first, "", book)


@pytest.mark.parametrize("name", notations.names())
def test_every_symbol_of_a_notation_is_in_its_table(name: str) -> None:
    notation = notations.get(name)
    rows = notation_table(notation).splitlines()
    assert len(rows) == 2 + len(notation.symbols) + len(notation.functions)
    for symbol in notation.symbols:
        assert any(row.startswith(f"| ${symbol.latex}$ | ") for row in rows)


def test_counts_are_those_of_the_pages(tmp_path: Path) -> None:
    book = sheet(
        tmp_path,
        one="# One {#one}\n\nSo $1 + 1 = 2 = 4 - 2$ and $a \\coloneqq 3$ and [0.5]{.given}.\n",
        two="# Two {#two}\n\n$$\n% unchecked: a picture\na = b\n$$\n",
        three="# Three {#three}\n\nNothing to check.\n",
    )
    table = write("checked.counts", book).splitlines()
    assert table[2].startswith("| [One](one.md) | 2 | 2 | ")
    assert table[3] == "| [Two](two.md) | 0 | 0 | 0 | 0 | 1 | 0 |"
    assert table[4].startswith("| **In all** | **2** | **2** | ")
    assert len(table) == 5
    draws = table[4].split("**")[7]
    assert write("checked.total", book) == (
        f"In all, **2 equations** with 2 claims were tried in {draws} draws, and hold. Exempt: 1."
        " Shown as wrong, and found to be so: 0. Numbers in the text that were compared with what"
        " programs print, or are marked as data: 1."
    )


def test_six_tables_of_a_page_ask_once_for_all_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = sheet(tmp_path, one="# One {#one}\n\nSo $1 + 1 = 2$.\n")
    asked = []
    whole = generated.findings_of
    monkeypatch.setattr(generated, "findings_of", lambda paths: asked.append(1) or whole(paths))
    for name in ("counts", "exemptions", "grades", "marks", "symbols", "total"):
        write(f"checked.{name}", book)
    assert len(asked) == 1
    changed = sheet(tmp_path, one="# One {#one}\n\nSo $1 + 1 = 2$ and $2 + 2 = 4$.\n")
    assert "**2 equations**" in write("checked.total", changed)  # the next conversion asks again
    assert len(asked) == 2


def test_every_exemption_is_listed_with_its_reason(tmp_path: Path) -> None:
    book = sheet(tmp_path, two="# Two {#two}\n\n$$\n% unchecked: a picture\na = b\n$$\n")
    assert "| [Two](two.md) | 4 | a picture |" in write("checked.exemptions", book)


def test_no_exemption_is_said_too(tmp_path: Path) -> None:
    assert (
        write("checked.exemptions", sheet(tmp_path, one="# One {#one}\n"))
        == "No equation of the book is exempt."
    )


def test_every_mark_is_listed(tmp_path: Path) -> None:
    book = sheet(tmp_path, one="# One {#one}\n\nWe take [0.5]{.given}.\n\nAs [`x = x + h`]{.verbatim}.\n")
    table = write("checked.marks", book).splitlines()
    assert table[2:] == [
        "| [One](one.md) | 3 | `` 0.5 `` | data |",
        "| [One](one.md) | 5 | `` x = x + h `` | no mathematics |",
    ]
    assert write("checked.marks", sheet(tmp_path, two="# Two {#two}\n")) == "Nothing is marked."


def test_grades_are_counted(tmp_path: Path) -> None:
    book = sheet(
        tmp_path,
        one="# One {#one}\n\n$1 + 1 = 2$, $x + x = 2 x$, $x z \\le x^2 + z^2$, and $y \\coloneqq x$\n",
    )
    table = write("checked.grades", book)
    counted = (
        ["computed | 1 |", "identity | 1 |", "sampled | 1 | 33.3 %"]
        if exact.available()
        else ["sampled | 3 |"]
    )
    assert all(line in table for line in counted)
    assert ("without exact arithmetic" in table) is not exact.available()


def test_a_book_without_the_package_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = sheet(tmp_path, one="# One {#one}\n\n$x + x = 2 x$\n")
    monkeypatch.setattr(exact, "package", lambda: "")
    checker_fingerprint.cache_clear()
    try:
        table = write("checked.grades", book)
    finally:
        checker_fingerprint.cache_clear()
    assert "printed without exact arithmetic" in table
    assert "| sampled | 1 | 100.0 % |" in table


def test_an_unknown_table_names_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownTableError, match=r"no table 'checked\.all'; there are .*checked\.counts"):
        write("checked.all", sheet(tmp_path, one="# One {#one}\n"))


def test_the_symbols_that_pages_declare_are_listed(tmp_path: Path) -> None:
    front = "---\nnotation: vectors\nsymbols:\n  R: a matrix of n by n\n---\n"
    book = sheet(tmp_path, one=front + "# One {#one}\n\n$R x + x = (R + I) x$\n")
    assert "| [One](one.md) | `R` | a matrix of n by n |" in write("checked.symbols", book)
    assert write("checked.symbols", sheet(tmp_path, two="# Two {#two}\n")) == "No page declares any."
