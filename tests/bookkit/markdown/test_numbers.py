"""A number that no listing bears out stops the build; its author sees it above the page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import Markdown

from bookkit.pages import desk
from bookkit.pages.numbering import PageNumbers
from bookkit.pages.source import PageError

FALSE = "# T {#t}\n\nOut comes 0.9526.\n"


def test_a_false_number_stops_the_build(convert: Callable[..., str]) -> None:
    with pytest.raises(PageError, match=r"page\.md:3: 0\.9526"):
        convert(FALSE)


def test_a_given_number_passes(convert: Callable[..., str]) -> None:
    assert '<span class="given">0.9526</span>' in convert("Take [0.9526]{.given}.\n")


def test_an_author_who_is_served_the_page_sees_all_false_numbers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(FALSE + "\nAnd 0.25, and 17.\n")
    desk.lay(desk.Sheet(page, "page.md", "page/", {"page.md": PageNumbers()}, serving=True))
    html = Markdown(extensions=["bookkit.markdown"]).convert(page.read_text())
    assert html.count("refutation") == 3
    assert html.index("refutation") < html.index("<h1")
