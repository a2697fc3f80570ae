"""A lesson takes as long as the sections that its links lead to."""

from pathlib import Path

import pytest

from bookkit.pages import desk
from bookkit.pages.numbering import number_book
from bookkit.pages.source import PageError, read_page
from bookkit.written import lessons, teaching
from bookkit.written.lessons import Lesson
from bookkit.written.tables import UnknownTableError, write

TEN = "word " * (10 * teaching.PACE - 4)  # ten minutes, with a heading and the opening to spare
CHAPTER = f"""# One {{#one}}

Opening.

## First {{#first}}

{TEN}

## Second {{#second}}

{TEN}

### Inner {{#inner}}

{TEN}

### Spare {{#spare .optional}}

{TEN}

## Third {{#third}}

{TEN}

## Exercises {{#exercises}}

{TEN}

![A](a.svg)
/// figure-caption
    attrs: {{id: fig-a}}
A.
///
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "one.md").write_text(CHAPTER, encoding="utf-8")
    return tmp_path / "teachers.md"


def lesson(page: Path, text: str) -> Lesson:
    page.write_text(f"# T {{#t}}\n\n## C {{#c}}\n\n1. {text}\n", encoding="utf-8")
    ((found,),) = lessons.courses(read_page(page)).values()
    return found


@pytest.mark.parametrize(
    ("text", "board", "home"),
    [
        ("[One](part/one.md).", 80, 0),
        ("[First](part/one.md#first).", 20, 0),
        ("[Second](part/one.md#second).", 40, 0),
        ("[Inner](part/one.md#inner).", 20, 0),
        ("[Spare](part/one.md#spare), all the same.", 20, 0),
        ("[One](part/one.md) up to [Second](part/one.md#second){.to}.", 60, 0),
        ("[First](part/one.md#first) to [Inner](part/one.md#inner){.to}.", 60, 0),
        ("[One](part/one.md){.home}.", 0, 40),
        ("[Second](part/one.md#second){.home} to [Third](part/one.md#third){.to .home}.", 0, 30),
        ("[First](part/one.md#first), then [One](part/one.md){.home}.", 20, 30),
        ("[Second](part/one.md#second), and once more [inner](part/one.md#inner).", 40, 0),
        ("[Exercises](part/one.md#exercises) and [a figure](part/one.md#fig-a).", 0, 0),
        ("Nothing.", 0, 0),
    ],
)
def test_a_lesson_takes_what_its_links_lead_to(page: Path, text: str, board: int, home: int) -> None:
    assert lesson(page, text) == Lesson(1, board, home, lab=False)


def test_a_longer_section_makes_a_longer_lesson(page: Path) -> None:
    (page.parent / "part" / "one.md").write_text(CHAPTER.replace(TEN, TEN + TEN, 1), encoding="utf-8")
    assert lesson(page, "[First](part/one.md#first).").board == 40


def test_a_lab_comes_on_top(page: Path) -> None:
    text = "The [lab](labs/digits.py), after [First](part/one.md#first)."
    assert lesson(page, text) == Lesson(1, 20, 0, lab=True)


@pytest.mark.parametrize(
    "text",
    [
        "[First](part/one.md#first){.to}.",
        "[Third](part/one.md#third) up to [First](part/one.md#first){.to}.",
        "[First](part/one.md#first){.home} up to [Third](part/one.md#third){.to}.",
        "[First](part/one.md#first) up to [a figure](part/one.md#fig-a){.to}.",
    ],
)
def test_an_end_without_a_beginning_is_named_with_its_line(page: Path, text: str) -> None:
    with pytest.raises(PageError, match=r"teachers\.md.*5.*part/one\.md#[\w-]+, marked `\.to`"):
        lesson(page, text)


def test_a_section_that_there_is_not_is_named(page: Path) -> None:
    with pytest.raises(PageError, match=r"teachers\.md.*5.*nowhere.*one\.md"):
        lesson(page, "[First](part/one.md#first) up to [nowhere](part/one.md#nowhere){.to}.")


def test_a_page_that_there_is_not_is_named(page: Path) -> None:
    with pytest.raises(PageError, match=r"two\.md"):
        lesson(page, "[Two](part/two.md).")


def test_a_page_can_ask_for_the_minutes_of_its_courses(page: Path) -> None:
    text = "[First](part/one.md#first).\n2. The [lab](labs/a.py).\n\n## D {#d}\n\nNo list."
    lesson(page, "Nothing.")
    page.write_text(page.read_text("utf-8").replace("Nothing.", text), encoding="utf-8")
    sheet = desk.Sheet(page, page.name, "teachers/", number_book([(page.name, page)], ["part"]))
    assert write("lessons.c", sheet).splitlines() == [
        "| Minutes | 1 | 2 |",
        "| --- | --- | --- |",
        "| at the board | 20 | the lab |",
        "| at home | – | – |",
    ]
    with pytest.raises(UnknownTableError, match=r"lessons\.d.*lessons\.c"):
        write("lessons.d", sheet)
