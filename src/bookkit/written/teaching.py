"""What teachers ask of a chapter, read off its page: what it builds on, how long it is, what can wait.

Nothing here is typed, so nothing goes stale: minutes are counted words, lines of formulas and listings,
references are the page's own links, and the figures for a projector are those that answer the hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Set
from functools import partial
from math import ceil
from pathlib import PurePosixPath
from posixpath import normpath

from bookkit.handouts.zipped import FOLDER, wheel_name
from bookkit.pages.desk import Sheet, Words
from bookkit.pages.numbering import split_rows
from bookkit.pages.source import Equation, Page
from bookkit.written.reference import pages_of, title_of

PACE = 120  # words a minute, where a formula in a sentence is a word
ROW = 30  # words that a line of a displayed formula takes as long as: a quarter of a minute
LISTING = 120  # words that a listing takes as long as: a minute
_STEP = 5  # minutes
_LEVELS = ("easy", "medium", "hard")  # a project is counted by no lesson
_EXERCISES = re.compile(r"^## .*\{#exercises\}[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"\]\((?P<target>[^()#\s:]+\.md)(?:#[^()\s]*)?\)")
_LIVE = re.compile(r'^<div class="live" markdown>$(?P<inside>.*?)^</div>$', re.MULTILINE | re.DOTALL)
_CAPTION = re.compile(r"attrs: \{id: (?P<id>fig-[\w-]+)\}")
_SKIPPED = re.compile(r"^(?P<level>##+) (?P<title>.+?) \{#(?P<id>[\w-]+) \.optional\}[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^(?P<level>##+) .+ \{#[^{}]*\}[ \t]*$", re.MULTILINE)
_HOMEWORK = re.compile(r"^##+ (?P<title>.+?) \{#homework\}[ \t]*$", re.MULTILINE)
_EXERCISE = re.compile(r"^!!! exercise (?P<classes>[\w -]+?) \"", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_NOT_READ = re.compile(
    r"\s*(?:///|attrs:|!\[).*|\{[:#.][^{}]*\}"
)  # what a figure says to those who do not see it


def _body(page: Page) -> str:
    """The page's text up to its exercises."""
    found = _EXERCISES.search(page.text)
    return page.text[: found.start()] if found else page.text


def minutes(page: Page, *, shortened: bool = False) -> int:
    """Return how long a chapter takes to read closely, in steps of five, without its exercises.

    Words are read at PACE, a line of a displayed formula is as long as ROW words, and a listing as LISTING.
    `shortened` leaves out the optional sections, too.
    """
    read = lines_read(page)
    return rounded(words(page, read - optional_lines(page) if shortened else read))


def lines_read(page: Page) -> set[int]:
    """Return the lines of a page up to that of its exercises."""
    return set(range(_body(page).count("\n") + 1))


def rounded(words: float) -> int:
    """Return the minutes that so many words take to read, in steps of five."""
    return _STEP * ceil(words / PACE / _STEP)


def words(page: Page, lines: Set[int]) -> int:
    """Return how many words what is on these lines takes as long as."""
    texts = [_NOT_READ.sub("", line.text) for line in page.prose if line.line in lines]
    count = sum(len(_WORD.findall(text)) for text in texts)
    count += sum(_written(equation) for equation in page.equations if equation.line in lines)
    return count + sum(LISTING for fence in page.fences if fence.line in lines)


def optional_lines(page: Page) -> set[int]:
    """Return the lines of the sections that are marked as optional."""
    lines: set[int] = set()
    for section in _SKIPPED.finditer(page.text):
        later = _HEADING.finditer(page.text, section.end())
        ends = (h.start() for h in later if len(h["level"]) <= len(section["level"]))
        first = page.text.count("\n", 0, section.start()) + 1
        lines |= set(range(first, page.text.count("\n", 0, next(ends, len(page.text))) + 1))
    return lines


def _written(equation: Equation) -> int:
    """How many words a formula takes as long as."""
    return ROW * len(split_rows(equation.latex)) if equation.display else 1


def builds_on(name: str, page: Page, chapters: dict[str, int]) -> list[str]:
    """Return the chapters before this one that its text links to, in reading order."""
    folder = PurePosixPath(name).parent.as_posix()
    linked = {normpath(f"{folder}/{match['target']}") for match in _LINK.finditer(_body(page))}
    return [other for other, number in chapters.items() if other in linked and number < chapters[name]]


def live_figures(page: Page) -> list[str]:
    """Return the ids of the figures that answer the hand."""
    return [figure["id"] for box in _LIVE.finditer(page.text) for figure in _CAPTION.finditer(box["inside"])]


def exercises(page: Page) -> Counter[str]:
    """Return how many exercises of each level and kind a page has."""
    return Counter(name for match in _EXERCISE.finditer(page.text) for name in match["classes"].split())


def chapters(folder: str, sheet: Sheet) -> str:
    """Return the chapters of a part as a list: what each gives, and what a teacher wants to know of it."""
    pages = {name: (page, number) for name, page, number in pages_of(sheet)}
    numbers = {name: number for name, (_, number) in pages.items()}
    entries = []
    for name, (page, number) in pages.items():
        if PurePosixPath(name).parts[0] == folder:
            title = f"{number} [{title_of(page)}]({sheet.source_link(name)})"
            told = [
                str(page.front_matter.get("description", "")).strip(),
                *_facts(name, page, numbers, sheet),
            ]
            entries.append(
                f"{title}\n:   " + "\n    ".join(f"{line}<br>" for line in told).removesuffix("<br>")
            )
    return "\n\n".join(entries)


def _length(page: Page, texts: Words) -> str:
    whole, shorter = minutes(page), minutes(page, shortened=True)
    told = texts.minutes.format(whole)
    return told if shorter == whole else texts.minutes_without.format(told, shorter)


def _facts(name: str, page: Page, numbers: dict[str, int], sheet: Sheet) -> Iterator[str]:
    words, link = sheet.words, sheet.source_link(name)
    earlier = [f"[{numbers[other]}]({sheet.source_link(other)})" for other in builds_on(name, page, numbers)]
    count = exercises(page)
    levels = [f"{count[level]} {getattr(words, level)}" for level in _LEVELS if count[level]]
    if count["pencil"]:
        levels.append(f"{words.pencil} {count['pencil']}")
    facts = {
        words.reading: _length(page, words),
        words.builds_on: ", ".join(earlier),
        words.can_wait: ", ".join(f"[{m['title']}]({link}#{m['id']})" for m in _SKIPPED.finditer(page.text)),
        words.projector: ", ".join(f"[]({link}#{figure})" for figure in live_figures(page)),
        words.exercises: ", ".join(levels),
        words.homework: ", ".join(f"[{m['title']}]({link}#homework)" for m in _HOMEWORK.finditer(page.text)),
    }
    yield from (f"*{label}:* {text}" for label, text in facts.items() if text)


def wheel(sheet: Sheet) -> str:
    """Return a link to the library's wheel, whose name has the version in it."""
    return f"[`{wheel_name()}`]({sheet.source_link(f'{FOLDER}/{wheel_name()}')})"


def tables(sheet: Sheet) -> dict[str, Callable[[Sheet], str]]:
    """Return what a page can ask for: the wheel, and the chapters of each part by its folder's name."""
    folders = dict.fromkeys(PurePosixPath(name).parts[0] for name, _, _ in pages_of(sheet))
    parts: dict[str, Callable[[Sheet], str]] = {
        f"teaching.{name}": partial(chapters, name) for name in folders
    }
    return parts | {"teaching.wheel": wheel}
