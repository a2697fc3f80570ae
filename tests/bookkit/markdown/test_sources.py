"""Links to sources lead to the bibliography as well; every source that a chapter links is listed there."""

import re
from pathlib import Path

import pytest
from markdown import Markdown

from bookkit.markdown.sources import entries, entry_of
from bookkit.pages import desk
from bookkit.pages.numbering import PageNumbers
from bookkit.paths import ENGLISH

LIST = """# Bibliography {#bibliography}

- A. Author, [*Book*](https://example.org/book/), 2001.
  {: #author-2001 }
- B. Author, *Never printed*, 1901.
  {: #author-1901 }
- C. Author, [*Paper*](https://doi.org/10.1016/0041-5553(64)90137-5), 1964.
  {: #author-1964 }
"""
KNOWN = {
    "https://example.org/book/": "author-2001",
    "https://doi.org/10.1016/0041-5553(64)90137-5": "author-1964",
}
NO_SOURCE = re.compile(  # programs, their documentation and threads about them
    r"https://(?:github\.com/(?!karpathy/micrograd\b)|gist\.github\.com/|docs\.jax\.dev/|pytorch\.org/|numpy\.org/"
    r"|scikit-learn\.org/|archive\.ics\.uci\.edu/|community\.deeplearning\.ai/|docs\.pytorch\.org/|jax\.dev/"
    r"|docs\.python\.org/|optax\.readthedocs\.io/|matplotlib\.org/|playground\.tensorflow\.org/|keras\.io/)"
)
LINK = re.compile(r"\]\((https?://(?:[^()\s]|\([^()\s]*\))+)\)")


def convert(tmp_path: Path, text: str, name: str = "part/page.md") -> str:
    (tmp_path / "part").mkdir(exist_ok=True)
    (tmp_path / "bibliography.md").write_text(LIST)
    (tmp_path / name).write_text(text)
    book = {name: PageNumbers(), "bibliography.md": PageNumbers()}
    desk.lay(desk.Sheet(tmp_path / name, name, "part/page/", book))
    return Markdown(extensions=["bookkit.markdown"]).convert(text)


def test_the_first_link_to_a_source_is_marked(tmp_path: Path) -> None:
    html = convert(
        tmp_path, "See [it](https://example.org/book/two.html#x), [again](https://example.org/book/).\n"
    )
    mark = '<a aria-label="in the bibliography" class="cited" href="../bibliography.md#author-2001">†</a>'
    assert f'two.html#x">it</a>{mark}, <a href="https://example.org/book/">again</a>.</p>' in html
    assert html.count("†") == 1


def test_other_links_and_the_bibliography_itself_are_not_marked(tmp_path: Path) -> None:
    assert "†" not in convert(tmp_path, "[it](https://example.org/bookshop/) [x](other.md)\n")
    assert "†" not in convert(tmp_path, "[it](https://example.org/book/)\n", "bibliography.md")


def test_a_bibliography_is_read(tmp_path: Path) -> None:
    (tmp_path / "bibliography.md").write_text(LIST)
    assert entries(tmp_path / "bibliography.md") == KNOWN
    assert entry_of("https://doi.org/10.1016/0041-5553(64)90137-5", KNOWN) == "author-1964"
    assert entry_of("https://doi.org/10.1016", KNOWN) is None


@pytest.mark.parametrize("page", sorted(ENGLISH.glob("*/*.md")), ids=lambda path: path.stem)
def test_every_source_that_a_page_links_is_listed(page: Path) -> None:
    if page.parent.name == "about":
        return
    known = entries(ENGLISH / "bibliography.md")
    missing = [
        address
        for address in LINK.findall(page.read_text(encoding="utf-8"))
        if not NO_SOURCE.match(address) and entry_of(address, known) is None
    ]
    assert missing == []


def test_the_ids_of_the_bibliography_are_its_own() -> None:
    text = (ENGLISH / "bibliography.md").read_text(encoding="utf-8")
    ids = re.findall(r"\{: #([\w-]+) \}", text)
    assert len(ids) == len(set(ids)) == text.count("\n- ")
