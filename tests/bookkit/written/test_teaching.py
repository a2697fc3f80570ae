"""What teachers are told of a chapter is what its page says."""

import subprocess
import sys
from pathlib import Path

import pytest

from bookkit.handouts import zipped as listings_zip
from bookkit.pages import desk
from bookkit.pages.numbering import number_book
from bookkit.pages.source import Page, parse_page
from bookkit.written import teaching
from bookkit.written.tables import UnknownTableError, write

ONE = "---\ndescription: A first.\n---\n# One {#one}\n\nSee [two](two.md).\n\n## Exercises {#exercises}\n"
TWO = """---
description: What a second chapter gives.
---
# Two {#two}

After [one](one.md#a), [one again](../part/one.md) and [elsewhere](../other.md), before [two](#b).

<div class="live" markdown>

![A drawing](../figures/x.svg)
/// figure-caption
    attrs: {id: fig-live}
Drag it.
///

</div>

![A drawing](../figures/y.svg)
/// figure-caption
    attrs: {id: fig-still}
Look.
///

## Later {#later .optional}

Text.

## Exercises {#exercises}

!!! exercise easy pencil "Count"
    See [three](three.md).

!!! exercise hard "Prove"
    Do.

!!! exercise project "Build"
    Build.

## Homework {#homework}

Work.
"""


@pytest.fixture
def book(tmp_path: Path) -> desk.Sheet:
    texts = {"part/one.md": ONE, "part/two.md": TWO, "teachers.md": "# T {#t}\n"}
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    numbers = number_book([(name, tmp_path / name) for name in texts], ["part"])
    return desk.Sheet(tmp_path / "teachers.md", "teachers.md", "teachers/", numbers)


def test_a_chapter_is_told_with_what_its_page_says(book: desk.Sheet) -> None:
    first, second = write("teaching.part", book).split("\n\n")
    assert first == "1 [One](part/one.md)\n:   A first.<br>\n    *Reading:* 5 minutes"
    assert [line.strip().removesuffix("<br>") for line in second.splitlines()] == [
        "2 [Two](part/two.md)",
        ":   What a second chapter gives.",
        "*Reading:* 5 minutes",
        "*Refers back to:* [1](part/one.md)",
        "*Can be left out:* [Later](part/two.md#later)",
        "*On a projector:* [](part/two.md#fig-live)",
        "*Exercises:* 1 easy, 1 hard, pencil only 1",
        "*Homework:* [Homework](part/two.md#homework)",
    ]


EXERCISES = "## Exercises {#exercises}\n\n" + "word " * 5000 + "\n\n$$\nx\n$$\n"
LISTING = "``` text\n" + "word " * 5000 + "\n```\n"
FORMULA = "$$\n\\begin{aligned}\nx &= x \\\\\n  &= x \\\\[6pt]\n  &= x\n\\end{aligned}\n$$\n"


@pytest.mark.parametrize(
    ("beside", "worth"),
    [("$x$", 1), (FORMULA, 3 * teaching.ROW), ("$$\nx\n$$", teaching.ROW), (LISTING, teaching.LISTING)],
    ids=["a formula in a sentence", "three lines", "one line", "a listing"],
)
def test_minutes_are_words_and_lines_of_formulas_and_listings(beside: str, worth: int) -> None:
    def page(words: int) -> Page:
        return parse_page(Path("x.md"), f"# A {{#a}}\n\n{'word ' * words}\n\n{beside}\n\n{EXERCISES}")

    rest = teaching.PACE * 5 - worth - 1  # one word is the title
    assert (teaching.minutes(page(rest)), teaching.minutes(page(rest + 1))) == (5, 10)


def test_a_chapter_is_shorter_without_what_can_be_left_out() -> None:
    words = "word " * (teaching.PACE * 5 - 10)
    text = (
        f"# A {{#a}}\n\n{words}\n\n## B {{#b .optional}}\n\n{words}\n\n### In b {{#in-b}}\n\n{words}\n\n"
        f"## C {{#c}}\n\n{words}\n\n### D {{#d .optional}}\n\n{words}\n\n{EXERCISES}"
    )
    page = parse_page(Path("x.md"), text)
    assert (teaching.minutes(page), teaching.minutes(page, shortened=True)) == (25, 10)


def test_the_wheel_is_linked_by_its_name(book: desk.Sheet) -> None:
    name = listings_zip.wheel_name()
    assert write("teaching.wheel", book) == f"[`{name}`](listings/{name})"


def test_a_part_that_there_is_not_is_named(book: desk.Sheet) -> None:
    with pytest.raises(UnknownTableError, match=r"no table 'teaching.parts'.*teaching.part"):
        write("teaching.parts", book)


@pytest.mark.parametrize("module", ["bookkit.written.tables", "bookkit.written.teaching", "bookkit.markdown"])
def test_whichever_part_of_the_press_is_asked_for_first_is_there(module: str) -> None:
    command = [sys.executable, "-c", f"import {module}"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
