"""How long the lessons of a course take, reckoned from the sections that their links lead to.

A course is a numbered list below a heading. Of each item, a link to a chapter takes the whole of it but what
is optional, and a link to a section takes that section, with the chapter's opening where it is the first. A
link marked `{.to}` takes all from where the one before it begins, and one marked `{.home}` is read at home.
Figures and exercises take no time of their own; the page tells teachers what to allow for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path

from bookkit.pages.desk import Sheet, Words
from bookkit.pages.source import Page, PageError, read_page
from bookkit.written import teaching

BOARD = 2  # a lesson at the board takes so many times as long as reading closely
_HEADING = re.compile(r"^(?P<level>#+) .+? \{#(?P<id>[\w-]+)[^{}]*\}[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"^(?P<number>\d+)\. (?P<text>.+)$", re.MULTILINE)
_LINK = re.compile(
    r"\]\((?:(?P<page>[^()#\s:]+\.md)(?:#(?P<id>[\w-]+))?|(?P<lab>labs/[^()#\s:]+\.py))\)(?:\{(?P<marks>[^{}]*)\})?"
)


@dataclass(frozen=True)
class Lesson:
    """One item of a course: its number, the minutes at the board and at home, whether a lab comes on top."""

    number: int
    board: int
    home: int
    lab: bool


@dataclass
class _Taken:
    """The lines of each page that an item takes, and the page and first line of its last link."""

    lines: dict[Path, set[int]] = field(default_factory=dict)
    page: Path | None = None
    first: int = 0


def courses(page: Page) -> dict[str, list[Lesson]]:
    """Return the courses of a page, by the id of their heading, with how long each of their lessons takes.

    Raises PageError, naming the file, where a link leads to a page that there is not; and the line as well,
    where one is marked as the end of what none before it has begun.
    """
    headings = list(_HEADING.finditer(page.text))
    ends = [*(heading.start() for heading in headings[1:]), len(page.text)]
    found = {
        heading["id"]: [_lesson(page, item) for item in _ITEM.finditer(page.text, heading.end(), end)]
        for heading, end in zip(headings, ends, strict=True)
    }
    return {name: lessons for name, lessons in found.items() if lessons}


def _lesson(page: Page, item: re.Match[str]) -> Lesson:
    board, home = _Taken(), _Taken()
    links = list(_LINK.finditer(item["text"]))
    for link, following in pairwise([*links, None]):
        if link and link["page"]:
            taken = home if ".home" in _marks(link) else board
            try:
                _take(taken, link, page.path.parent / link["page"], begins=".to" in _marks(following))
            except ValueError as error:
                raise PageError(page.path, page.text.count("\n", 0, item.start()) + 1, str(error)) from None
    return Lesson(
        int(item["number"]),
        _minutes(board.lines, {}, BOARD),
        _minutes(home.lines, board.lines, 1),
        any(bool(link["lab"]) for link in links),
    )


def _marks(link: re.Match[str] | None) -> list[str]:
    return (link["marks"] or "").split() if link else []


def _take(taken: _Taken, link: re.Match[str], path: Path, *, begins: bool) -> None:
    """Add the lines that a link takes to those that its item has, unless it begins what the next ends."""
    page = read_page(path)
    lines = _section(page, link["id"])
    if ".to" in _marks(link):
        if taken.page != path or not lines or taken.first >= lines.stop:
            end = f"{link['page']}#{link['id']}"
            raise ValueError(f"no link before {end}, marked `.to`, begins further up on that page")
        lines = range(taken.first, lines.stop)
    skipped = teaching.optional_lines(page)
    read = set(lines) & teaching.lines_read(page)
    if not begins:
        taken.lines.setdefault(path, set()).update(read if lines.start in skipped else read - skipped)
    taken.page, taken.first = path, lines.start


def _section(page: Page, name: str | None) -> range:
    """Return the lines that a link takes: the whole page without a name, none where it is that of a figure.

    Raises ValueError where the page has no such name.
    """
    headings = [h for h in _HEADING.finditer(page.text) if _line(page, h.start()) not in page.fenced]
    end = page.text.count("\n") + 2
    if name is None:
        return range(1, end)
    for place, heading in enumerate(headings):
        if heading["id"] == name:
            later = (h for h in headings[place + 1 :] if len(h["level"]) <= len(heading["level"]))
            last = next((_line(page, h.start()) for h in later), end)
            opening = place <= 1 and len(heading["level"]) <= 2  # the title, or the first section
            return range(1 if opening else _line(page, heading.start()), last)
    if not re.search(rf"(?:#|id:\s*){re.escape(name)}\b", page.text):
        raise ValueError(f"a link leads to {name}, which is no section or figure of {page.path.name}")
    return range(0)


def _line(page: Page, position: int) -> int:
    return page.text.count("\n", 0, position) + 1


def _minutes(lines: dict[Path, set[int]], without: dict[Path, set[int]], times: int) -> int:
    taken = (teaching.words(read_page(path), read - without.get(path, set())) for path, read in lines.items())
    return teaching.rounded(times * sum(taken))


def table(name: str, sheet: Sheet) -> str:
    """Return the minutes of the lessons of a course, a column for each."""
    lessons, words = courses(read_page(sheet.path))[name], sheet.words
    rows = [
        [words.lesson_minutes, *(str(lesson.number) for lesson in lessons)],
        ["---"] * (len(lessons) + 1),
        [words.at_the_board, *(_at_the_board(lesson, words) for lesson in lessons)],
        [words.at_home, *(str(lesson.home or "–") for lesson in lessons)],
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _at_the_board(lesson: Lesson, words: Words) -> str:
    told = words.and_a_lab.format(lesson.board) if lesson.board else words.a_lab
    return told if lesson.lab else str(lesson.board)


def tables(sheet: Sheet) -> dict[str, Callable[[Sheet], str]]:
    """Return what the page can ask for: the minutes of each of its courses, by the id of their heading."""
    found = courses(read_page(sheet.path)) if sheet.path.is_file() else {}
    return {f"lessons.{name}": partial(table, name) for name in found}
