"""The list of survivors: what it says of a mutant, and what must stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from booktest.mutants.understood import Understood, ready

LIST = r"""
docs/en/part/page.md:
- original: \frac{\partial m}{\partial u} = 1
  survivors:
  - mutant: '\frac{\partial m}{\partial v} = 1'
    reason: Both derivatives are one number.
"""


@dataclass(frozen=True)
class Mutant:
    """What the list asks of a mutant."""

    path: str = "docs/en/part/page.md"
    original: str = r"\frac{\partial m}{\partial u} = 1"
    damaged: str = r"\frac{\partial m}{\partial v} = 1"


@pytest.fixture
def understood(tmp_path: Path) -> Understood:
    path = tmp_path / "survivors.yaml"
    path.write_text(LIST, encoding="utf-8")
    return Understood.read(path)


def test_a_listed_survivor_has_its_reason(understood: Understood) -> None:
    assert understood.reason(Mutant()) == "Both derivatives are one number."
    assert understood.reason(Mutant(path="docs/en/part/other.md")) == ""
    assert understood.reason(Mutant(damaged=r"\frac{\partial m}{\partial w} = 1")) == ""


def test_an_entry_that_survives_no_more_is_named(understood: Understood) -> None:
    page = "docs/en/part/page.md"
    assert understood.stale([Mutant()], {page}) == []
    assert understood.stale([], {page}) == [f"{page}: {Mutant().damaged}"]
    assert understood.stale([], {"docs/en/part/other.md"}) == []


ENTRY = LIST.partition("survivors:\n")[2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LIST + LIST, "page.md is listed twice"),
        (LIST + ENTRY, "listed twice"),
        (LIST.partition("    reason")[0], "needs a reason"),
        (LIST.partition(" Both")[0] + "\n", "needs a reason"),
        ("- page: docs/en/part/page.md\n", "the headings are pages"),
    ],
)
def test_a_list_that_cannot_be_trusted(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "survivors.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        Understood.read(path)


def test_no_list_is_an_empty_one(tmp_path: Path) -> None:
    assert Understood.read(tmp_path / "missing.yaml").reasons == {}


def test_a_ready_entry_stands_in_the_list_once_its_reason_is_written(tmp_path: Path) -> None:
    others = [Mutant(), Mutant(damaged="m = 2: n"), Mutant(path="docs/en/part/other.md", original="0.5")]
    path = tmp_path / "survivors.yaml"
    path.write_text(ready(others), encoding="utf-8")
    found = Understood.read(path)
    assert all(found.reason(mutant) for mutant in others)
    assert found.stale(others, {mutant.path for mutant in others}) == []
