"""The courses on the page for teachers take the chapters in their order, and fit into their lessons."""

import re

import pytest

from backprop.exercises import sheets
from backprop.exercises.command import main
from bookkit.__main__ import book_pages
from bookkit.pages.source import read_page
from bookkit.paths import ENGLISH, ROOT
from bookkit.written import lessons

PAGE = (ENGLISH / "for-teachers.md").read_text(encoding="utf-8")
PARTS = ("nudges", "networks", "costs", "deep")
CHAPTERS = [
    path.relative_to(ENGLISH).as_posix()
    for path in book_pages()
    if path.parent.name in PARTS and path.stem != "index"
]
SHOWN = ROOT / "snippets" / "for-teachers"
LESSON = 90  # minutes: an hour and a half
WEEK = 2 * LESSON
FIGURE, PAIRS = 10, 30  # minutes that no section has: the page tells a teacher to allow for them
AROUND = 30  # of a week: the figure of its second lesson, greetings, questions


def items_of(name: str) -> list[str]:
    """Return the lessons of a course as they are written on the page."""
    _, _, rest = PAGE.partition(f"{{#{name}}}\n")
    return re.findall(r"^\d+\. (.+)$", rest.split("\n### ")[0].split("\n## ")[0], re.MULTILINE)


def course(name: str) -> list[list[str]]:
    """Return the chapters that each item of a course's list leads to, each where it is first met."""
    items = items_of(name)
    links = [re.findall(r"\]\(([\w/-]+\.md)", item) for item in items]
    met: set[str] = set()
    firsts = []
    for item in links:
        firsts.append([name for name in dict.fromkeys(item) if name in CHAPTERS and name not in met])
        met |= set(item)
    return firsts


@pytest.mark.parametrize("name", ["eight-lessons", "thirteen-lessons", "term"])  # the shortest sums up early
def test_a_course_takes_the_chapters_in_their_order(name: str) -> None:
    taken = [chapter for lesson in course(name) for chapter in lesson]
    assert taken
    assert taken == sorted(taken, key=CHAPTERS.index)


def test_the_term_has_every_chapter_but_the_two_that_it_names() -> None:
    lessons = course("term")
    assert len(lessons) == 10
    left = set(CHAPTERS) - {chapter for lesson in lessons for chapter in lesson}
    assert left == {"deep/by-hand.md", "deep/depth.md"}


COURSES = lessons.courses(read_page(ENGLISH / "for-teachers.md"))


@pytest.mark.parametrize("name", COURSES)
def test_a_course_fits_its_time(name: str) -> None:
    whole = WEEK if name == "term" else LESSON
    for lesson, item in zip(COURSES[name], items_of(name), strict=True):
        other = PAIRS if re.search(r"\bpairs?\b", item) else FIGURE
        around = AROUND if name == "term" and not lesson.lab else 0
        time = whole - LESSON * lesson.lab - other * bool(lesson.board) - around
        assert lesson.board <= time, f"{name}: {lesson.number} takes {lesson.board} minutes of {time}"
        assert lesson.board or lesson.lab, f"{name}: {lesson.number} names nothing that takes time"


def test_every_course_says_how_long_it_takes() -> None:
    assert len(COURSES) >= 5
    told = set(re.findall(r"^--8<-- \"lessons\.([\w-]+)\"$", PAGE, re.MULTILINE))
    assert re.search(r"ten minutes for a figure .* half an hour in pairs for a hunt, .* or a clinic", PAGE)
    assert told == set(COURSES), 'below the list of a course with the id x is the line --8<-- "lessons.x"'


def test_the_sheet_and_the_answer_shown_are_what_the_command_prints(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (seed,) = set(re.findall(r"the sheet `network` with the seed (\d+)", PAGE))
    assert f"--seed {seed}\n" in PAGE
    shown = {name: (SHOWN / f"{name}.txt").read_text(encoding="utf-8") for name in ("sheet", "answer")}
    assert main(["sheet", "network", "--seed", seed]) == 0
    assert capsys.readouterr().out == shown["sheet"]
    assert main(["sheet", "network", "--seed", seed, "--check", "--answer"]) == 0
    assert capsys.readouterr().out == f"{shown['sheet']}\n{shown['answer']}"
    assert all(f'--8<-- "for-teachers/{name}.txt"' in PAGE for name in shown)


def test_the_table_of_sheets_has_all_in_their_order() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == list(sheets.SHEETS)
