"""Where the page of symbols says that a table is used, pages use it."""

import re

import pytest

from bookkit import notations
from bookkit.__main__ import book_pages
from bookkit.pages.source import read_page
from bookkit.paths import ENGLISH
from bookkit.proof.page import notation_of

PAGE = (ENGLISH / "symbols-by-part.md").read_text(encoding="utf-8")
ROOMS = {
    "Part I": "nudges",
    "Part II": "networks",
    "Part III": "costs",
    "Part IV": "deep",
    "Part V": "engine",
    "Part VI": "beyond",
    "the museum": "museum",
}
SECTIONS = re.findall(r"^##+ [^\n]*\{#([\w-]+)\}\n\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
TABLES = {name: text for name, text in SECTIONS if name in notations.names()}
RESERVE = set(re.findall(r"\{#([\w-]+)\}", PAGE.partition("{#reserve}")[2]))


@pytest.fixture(scope="module")
def used() -> dict[str, set[str]]:
    """For each table, the pages with a formula that is read with it, and their folders."""
    found: dict[str, set[str]] = {}
    for path in book_pages():
        page = read_page(path)
        for table in {notation_of(page, equation) for equation in page.equations}:
            place = path.relative_to(ENGLISH)
            found.setdefault(table, set()).update((place.as_posix(), place.parts[0]))
    return found


def places(text: str) -> set[str]:
    """The folders and pages that the sentence on a table's use names."""
    said = re.search(r"Used .*?\.(?=\s|$)", re.sub(r"\(([^()\s]+)\)", r"<\1>", text), re.DOTALL)
    if said is None:
        return set()
    named = {room for part, room in ROOMS.items() if re.search(rf"\b{part}\b", said[0])}
    return named | {link.partition("#")[0] for link in re.findall(r"<([^>]+\.md[^>]*)>", said[0])}


def test_tables_and_their_places_are_found() -> None:
    assert len(TABLES) > 15
    assert places(TABLES["logistic"]) == {"costs/logistic-neuron.md"}
    assert places(TABLES["vectors"]) == {"engine", "beyond", "museum"}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_used_where_the_page_says(table: str, used: dict[str, set[str]]) -> None:
    assert places(TABLES[table]) <= used.get(table, set())
    assert (table in used) != (table in RESERVE)
