"""Each entry of the bibliography leads to where the book cites it, and every entry is cited somewhere."""

import re
from pathlib import Path

from markdown import Markdown

from bookkit.markdown.cited import citations
from bookkit.pages import desk
from bookkit.pages.numbering import PageNumbers
from bookkit.paths import ENGLISH

LIST = """# Bibliography {#bibliography}

- A. Author, [*Book*](https://example.org/book/), 2001.
  {: #author-2001 }
- B. Author, *Never printed*, 1901.
  {: #author-1901 }
- C. Author, *Cited by nobody*, 1902.
  {: #author-1902 }
"""
ONE = """# The first page {#one}

Opening.

## Here {#here}

In [a chapter](https://example.org/book/two.html#x) of it, and in [another](https://example.org/book/).

## There {#there}

Again [the book](https://example.org/book/), and [a thesis](../bibliography.md#author-1901).
"""
TWO = """# Two {#two}

By [the book](https://example.org/book/).[^note]

## Later {#later}

[^note]: See [*Never printed*](../bibliography.md#author-1901).
"""


def sheet(tmp_path: Path) -> desk.Sheet:
    (tmp_path / "part").mkdir()
    for name, text in (("bibliography.md", LIST), ("part/one.md", ONE), ("part/two.md", TWO)):
        (tmp_path / name).write_text(text)
    book = {name: PageNumbers() for name in ("part/one.md", "bibliography.md", "part/two.md")}
    return desk.Sheet(tmp_path / "bibliography.md", "bibliography.md", "bibliography/", book)


def test_an_entry_leads_to_the_sections_that_name_it_first_in_the_order_of_the_book(tmp_path: Path) -> None:
    assert citations(sheet(tmp_path)) == {
        "author-2001": [("The first page", "part/one.md#here"), ("Two", "part/two.md")],
        "author-1901": [("The first page", "part/one.md#there"), ("Two", "part/two.md")],
    }


def test_the_line_is_below_the_entry_and_where_nothing_cites_it_there_is_none(tmp_path: Path) -> None:
    desk.lay(sheet(tmp_path))
    html = Markdown(extensions=["attr_list", "bookkit.markdown"]).convert(LIST)
    line = (
        '<span class="cited-in">In <a href="part/one.md#here">The first page</a>,'
        ' <a href="part/two.md">Two</a></span></li>'
    )
    assert f"2001.{line}" in html.replace("\n", "")
    assert html.count("cited-in") == 2
    assert "Cited by nobody</em>, 1902.</li>" in html


def test_every_entry_of_the_books_bibliography_is_cited() -> None:
    names = ["bibliography.md", *(path.relative_to(ENGLISH).as_posix() for path in ENGLISH.rglob("*.md"))]
    names += [path.relative_to(ENGLISH).as_posix() for path in ENGLISH.glob("labs/*.py")]
    book = {name: PageNumbers() for name in names}
    found = citations(desk.Sheet(ENGLISH / "bibliography.md", "bibliography.md", "bibliography/", book))
    listed = re.findall(r"\{: #([\w-]+) \}", (ENGLISH / "bibliography.md").read_text(encoding="utf-8"))
    assert [name for name in listed if name not in found] == []
