"""The glossary has every definition of the book; its words are in order and lead somewhere."""

import re

from bookkit.markdown.boxes import slug
from bookkit.paths import ENGLISH

TERM = re.compile(r"^(?P<term>[^\n#:]+) \{#(?P<id>[\w-]+)\}\n:   (?P<meaning>.+)$", re.MULTILINE)
GLOSSARY = (ENGLISH / "glossary.md").read_text(encoding="utf-8")
NO_WORD = {"What we ask of a cost", "The letter d", "A word"}  # boxes that introduce no word


def test_every_definition_of_the_book_is_in_the_glossary() -> None:
    linked = set(re.findall(r"\]\(([\w/-]+\.md#definition-[\w-]+)\)", GLOSSARY))
    boxes = {
        f"{path.relative_to(ENGLISH).as_posix()}#definition-{slug(title)}"
        for path in ENGLISH.rglob("*.md")
        if "about" not in path.parts
        for title in re.findall(r'^!!! definition "([^"]+)"', path.read_text(encoding="utf-8"), re.MULTILINE)
        if title not in NO_WORD
    }
    assert boxes - linked == set()


def test_the_words_are_in_order_and_each_leads_to_its_place() -> None:
    terms = list(TERM.finditer(GLOSSARY))
    assert len(terms) == GLOSSARY.count("\n:   ") > 60
    words = [term["term"].lower() for term in terms]
    assert words == sorted(words)
    assert all(re.search(r"\.md#[\w-]+\)$", term["meaning"]) for term in terms)
