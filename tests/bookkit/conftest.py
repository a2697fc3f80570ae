"""A tiny book to put under the press."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from bookkit.pages import desk
from bookkit.pages.numbering import PageNumbers, number_page

EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.blocks.caption",
    "pymdownx.highlight",
    "pymdownx.superfences",
    "pymdownx.snippets",
    "bookkit.markdown",
]
OPTIONS: dict[str, dict[str, Any]] = {
    "pymdownx.arithmatex": {"generic": True},
    "pymdownx.blocks.caption": {"types": ["figure-caption"], "auto": False},
    "pymdownx.highlight": {"use_pygments": True, "pygments_lang_class": True},
    "pymdownx.snippets": {"base_path": ["snippets"], "check_paths": True},
}


@pytest.fixture
def convert(tmp_path: Path) -> Callable[..., str]:
    """Return a function that converts Markdown as page part/page.md, a chapter if given a number."""

    def run(text: str, chapter: int | None = None, others: dict[str, PageNumbers] | None = None) -> str:
        path = tmp_path / "docs" / "part" / "page.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        book = {"part/page.md": number_page(path, chapter), **(others or {})}
        desk.lay(desk.Sheet(path, "part/page.md", "part/page/", book))
        return Markdown(extensions=EXTENSIONS, extension_configs=OPTIONS).convert(text)

    return run
