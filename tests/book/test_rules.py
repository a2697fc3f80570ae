"""The book keeps its own house rules."""

from pathlib import Path

import pytest

from bookkit import rules
from bookkit.paths import SNIPPETS

# Fences of Python that are no listing, and listings from another page's folder, each with its reason:
# (page, first line of the fence or listing) → why.
EXCEPTIONS = {
    (
        "about/contributing.md",
        "nudges/sigmoid-neuron/one_step.py",
    ): "shows to authors what a listing looks like",
}
BOOK = rules.Book(parts={"nudges", "networks", "costs", "deep"}, exceptions=EXCEPTIONS)


def report(breaches: list[rules.Breach]) -> str:
    return "\n".join(["", *map(str, breaches)])


@pytest.mark.parametrize("path", BOOK.pages(), ids=BOOK.name)
def test_page(path: Path) -> None:
    breaches = list(rules.page_breaches(BOOK, path))
    assert not breaches, report(breaches)


def test_every_snippet_is_shown_narrow_and_closed() -> None:
    shown = rules.shown_files(BOOK)
    breaches = [
        b for path in sorted(SNIPPETS.rglob("*.py")) for b in rules.snippet_breaches(BOOK, path, shown)
    ]
    assert not breaches, report(breaches)


def test_every_exception_is_needed_and_has_its_reason() -> None:
    assert rules.unused_exceptions(BOOK) == []
    assert all(reason.strip() for reason in EXCEPTIONS.values())
