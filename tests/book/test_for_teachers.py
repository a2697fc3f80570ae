"""The courses on the page for teachers take the chapters in their order, and no week is longer than it is."""

import re

import pytest

from bookkit import teaching
from bookkit.__main__ import book_pages
from bookkit.paths import ENGLISH
from bookkit.source import read_page

PAGE = (ENGLISH / "for-teachers.md").read_text(encoding="utf-8")
PARTS = ("nudges", "networks", "costs", "deep")
CHAPTERS = [
    path.relative_to(ENGLISH).as_posix()
    for path in book_pages()
    if path.parent.name in PARTS and path.stem != "index"
]
WEEK = 180  # minutes: two lessons of an hour and a half


def course(name: str) -> list[list[str]]:
    """Return the chapters that each item of a course's list leads to, each where it is first met."""
    _, _, rest = PAGE.partition(f"{{#{name}}}\n")
    items = re.findall(r"^\d+\. (.+)$", rest.split("\n### ")[0].split("\n## ")[0], re.MULTILINE)
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


def test_a_week_of_the_term_can_be_read_in_its_lessons() -> None:
    for number, lesson in enumerate(course("term"), start=1):
        reading = sum(teaching.minutes(read_page(ENGLISH / name), shortened=True) for name in lesson)
        assert reading <= WEEK, f"week {number} has {reading} minutes of reading"
