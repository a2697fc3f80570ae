"""The museum: each wrong form is refuted, with the right one beside it and a word on where it was found."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bookkit.paths import ENGLISH
from bookkit.proof.page import Proof, claims_of, proofread
from bookkit.proof.unlabelled import is_unlabelled

PAGES = [*sorted((ENGLISH / "museum").glob("*.md")), ENGLISH / "numbers-in-print.md"]
SOURCE = re.compile(r"https?://|[Aa] worked example on the web")
ROOM = re.compile(r"\]\([a-z-]+\.md#")  # what is found in "Unlabelled" hangs in a room, with its source


@cache
def proof_of(page: Path) -> Proof:
    return proofread(page)


def sections(proof: Proof) -> Iterator[tuple[int, int, str]]:
    """Where the sections of the second level begin and end, and their text."""
    lines = proof.page.text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 1, end, "\n".join(lines[start:end])


def test_there_are_at_least_thirty_exhibits() -> None:
    assert sum(len(proof_of(page).refuted) for page in PAGES) >= 30


@pytest.mark.parametrize(  # where the page's equations are judged, so that they are judged once
    "page", [pytest.param(page, id=page.stem, marks=pytest.mark.xdist_group(page.name)) for page in PAGES]
)
def test_every_exhibit_is_refuted_beside_the_right_form(page: Path) -> None:
    proof = proof_of(page)
    assert not proof.faults
    for start, end, text in sections(proof):
        here = [place for place, (e, _) in enumerate(proof.equations) if start <= e.line <= end]
        wrong = [place for place in here if place in proof.refuted]
        right = [p for p in here if p not in wrong and claims_of(proof.equations[p][1])]
        if wrong:
            assert right, f"{text.splitlines()[0]}: no right form"
            found_in = ROOM if proof.page.path.stem == "unlabelled" else SOURCE
            assert found_in.search(text), f"{text.splitlines()[0]}: where was it found?"
        for place in wrong:
            found = proof.refuted[place]
            assert found.note or found.left[1] != found.right[1]


def test_there_are_false_alarms_whose_formulas_hold() -> None:
    proof = proof_of(ENGLISH / "museum" / "false-alarms.md")
    alarms = [text for _, _, text in sections(proof) if "https://" in text]
    assert len(alarms) >= 4
    held = [v for p, (_, v) in enumerate(proof.equations) if p not in proof.refuted and claims_of(v)]
    assert len(held) >= 4
    assert all(verdict.status == "true" for verdict in held)


def test_of_what_is_unlabelled_a_good_part_is_right_and_a_good_part_is_wrong() -> None:
    proof = proofread(ENGLISH / "museum" / "unlabelled.md")
    riddles = [equation for equation, _ in proof.equations if is_unlabelled(equation)]
    shown = [re.sub(r"%[^\n]*|\s", "", equation.latex) for equation in riddles]
    wrong = [re.sub(r"%[^\n]*|\s", "", proof.equations[place][0].latex) for place in proof.refuted]
    assert len(shown) == 9
    assert 3 <= len([latex for latex in shown if latex in wrong]) <= 5


def test_the_room_without_labels_gives_no_count_and_folds_its_hints() -> None:
    text = (ENGLISH / "museum" / "unlabelled.md").read_text(encoding="utf-8")
    assert not re.search(r"\bhalf of them\b", text), "whoever counts knows the last one"
    blocks = re.split(r"^(?=!!! |\?\?\? |## )", text, flags=re.MULTILINE)
    exhibits = [block for block in blocks if block.startswith("!!! exercise") and "project" not in block]
    assert len(exhibits) == 12
    for exhibit in exhibits:
        assert exhibit.count('    ??? tip "A hint"\n') == 1, exhibit.splitlines()[0]
