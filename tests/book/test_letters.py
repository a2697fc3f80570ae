"""A letter keeps its meaning through the book, or a sentence says where it changes."""

from pathlib import Path

import pytest
import yaml

from bookkit.pages.source import Page, read_page
from bookkit.paths import ENGLISH, ROOT
from bookkit.proof import letters

PARTS = ("nudges", "networks", "costs", "deep", "labs")


def names(navigation: object) -> list[str]:
    """The pages of a navigation, in reading order."""
    if isinstance(navigation, str):
        return [navigation]
    parts = navigation.values() if isinstance(navigation, dict) else navigation
    assert isinstance(navigation, dict | list)
    return [name for part in parts for name in names(part)]


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("", lambda loader, suffix, node: None)
    order = names(yaml.load(text, loader)["nav"])
    chosen = [name for name in order if name.split("/")[0] in PARTS or "/" not in name]
    assert len(chosen) > 25
    return [read_page(ENGLISH / name) for name in chosen]


@pytest.fixture(scope="module")
def keeping() -> dict[str, letters.Kept]:
    return letters.kept(read_page(Path(ENGLISH / "notation.md")))


def test_the_book_says_where_a_letter_changes_its_meaning(
    pages: list[Page], keeping: dict[str, letters.Kept]
) -> None:
    found = [str(fault) for fault in letters.faults(pages, keeping)]
    assert not found, "\n".join(["", *found])


def test_there_is_one_letter_for_the_cost_and_one_for_the_learning_rate(
    pages: list[Page], keeping: dict[str, letters.Kept]
) -> None:
    """Any page that declares a cost or a learning rate, under whatever letter, is looked at."""
    for letter, noun in [("C", "the cost"), ("\\eta", "the learning rate")]:
        assert keeping[letter].is_meant(noun)
        for page in pages:
            declared = letters.Letters(page).declared
            others = {other for other, meanings in declared.items() if noun in meanings and other != letter}
            assert not others, f"{page.path}: {noun} is {letter}, not {', '.join(others)}"
