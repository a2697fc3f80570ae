"""A page lies on the desk for one conversion."""

from pathlib import Path

from bookkit.pages import desk
from bookkit.pages.numbering import PageNumbers
from bookkit.paths import ROOT

SHEET = desk.Sheet(ROOT / "docs" / "en" / "part" / "page.md", "part/page.md", "part/page/")


def test_a_page_is_taken_once() -> None:
    desk.lay(SHEET)
    assert desk.take() is SHEET
    assert desk.take() is None


def test_addresses_are_seen_from_the_page() -> None:
    assert SHEET.link("snippets/part/page/idea.py") == "../../snippets/part/page/idea.py"
    assert desk.Sheet(Path("index.md"), "index.md", "").link("assets/book.css") == "assets/book.css"
    assert SHEET.resolve("../figures/a.svg") == "figures/a.svg"
    assert SHEET.resolve("other.md") == "part/other.md"


def test_a_page_knows_its_numbers_and_its_file() -> None:
    numbers = PageNumbers(chapter=3)
    assert desk.Sheet(Path("x"), "x.md", book={"x.md": numbers}).numbers is numbers
    assert SHEET.shown == "docs/en/part/page.md"


def test_a_page_in_no_navigation_has_plain_numbers(tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    path.write_text("# New {#new}\n\n$$\nx = x \\label{eq-x}\n$$\n")
    sheet = desk.Sheet(path, "part/new.md", book={"part/old.md": PageNumbers(1)})
    assert sheet.numbers == PageNumbers(None, {"eq-x": "1"})
