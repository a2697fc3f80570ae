"""A page of another book that is given as its text."""

from __future__ import annotations

from pathlib import Path

from bookkit.pages.source import parse_page
from bookkit.proofreader.pages import Finding, judged


def findings_on(text: str, folder: Path) -> list[Finding]:
    """Judge the equations of a page in a folder."""
    return judged(parse_page(folder / "page.md", text, of_this_book=False), folder)


def kinds_on(text: str, folder: Path) -> list[str]:
    """Return what has come of each of them."""
    return [item.kind for item in findings_on(text, folder)]
