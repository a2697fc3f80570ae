"""The author's manual says which numbers of a text are asked where they come from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bookkit.paths import ENGLISH
from bookkit.proof.page import proofread

PAGE = (ENGLISH / "about" / "manual.md").read_text(encoding="utf-8")


def refused(text: str, folder: Path) -> list[str]:
    """Return the numbers of a text without listings that are asked where they come from."""
    path = folder / "page.md"
    path.write_text(f"---\ndescription: Numbers.\n---\n\n{text}\n", encoding="utf-8")
    return [number.text for number in proofread(path).numbers if number.status == "false"]


def test_the_numbers_that_the_manual_names_are_refused_and_no_others(tmp_path: Path) -> None:
    (sentence, *named) = re.findall(r"`([^`]+)`", PAGE.split("\nOf ")[1].split("come from.")[0])
    assert sentence.startswith("In 1986")
    assert refused(sentence, tmp_path) == named == ["0.97", "30"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("With five starts it reached it.", []),
        ("It took 5 epochs.", ["5"]),
        ("It took 2 epochs.", []),
        ("It took forty starts.", ["forty"]),
        ("It took forty tries.", []),
    ],
)
def test_small_numbers_and_numbers_in_words_are_compared_as_both_pages_say(
    text: str, found: list[str], tmp_path: Path
) -> None:
    assert refused(text, tmp_path) == found
