"""The book keeps its own house rules."""

from pathlib import Path

import pytest

from bookkit.pages import folding
from bookkit.paths import SNIPPETS
from booktest import rules

# Fences of Python that are no listing, and listings from another page's folder, each with its reason:
# (page, first line of the fence or listing) → why.
EXCEPTIONS = {
    (
        "about/manual.md",
        "nudges/sigmoid-neuron/one_step.py",
    ): "shows to authors what a listing looks like",
}
BOOK = rules.Book(parts={"nudges", "networks", "costs", "deep", "engine", "beyond"}, exceptions=EXCEPTIONS)


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


def test_listings_of_the_first_three_parts_use_a_beginners_python() -> None:
    paths = [path for part in ("nudges", "networks", "costs") for path in (SNIPPETS / part).rglob("*.py")]
    assert len(paths) > 150
    breaches = [breach for path in sorted(paths) for breach in rules.beginners_breaches(BOOK, path)]
    assert not breaches, report(breaches)


@pytest.mark.parametrize("part", ["nudges", "networks", "costs"])
def test_no_page_types_the_same_lines_in_three_listings(part: str) -> None:
    found = [line for folder in sorted((SNIPPETS / part).iterdir()) for line in rules.repeated_lines(folder)]
    assert not found, "\n".join(["", *found])


def test_what_listings_keep_open_by_marks_fits_a_first_look() -> None:
    """The build refuses it, too; here its author hears of it at once."""
    for path in sorted(SNIPPETS.rglob("*.py")):
        try:
            folding.region(path.read_text(encoding="utf-8"))
        except ValueError as error:
            pytest.fail(f"{path}: {error}")
