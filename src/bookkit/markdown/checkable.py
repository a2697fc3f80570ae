"""Exercises that check themselves, on the page: their names come from the readers' command.

An author writes into an exercise

    /// code | circuit-gradient
    Write it as a function `circuit_gradient(a, b, c)`.
    ///

or, for a project, the names of all its milestones. The press adds how to check an answer and a starter file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from backprop.exercises import texts
from backprop.exercises.catalogue import ALL
from backprop.exercises.exercise import Exercise
from backprop.exercises.starter import starter
from bookkit.pages.source import Page, read_page
from bookkit.paths import shown

NAMES = "data-names"
FOLDER = "exercises"
COMMAND = "python -m backprop.exercises check {} mine.py"
_BLOCK = re.compile(r"^[ \t>]*/{3,}[ \t]*code[ \t]*\|(?P<names>[ \t\w-]*)$")


class MissingExerciseError(ValueError):
    """The command and the pages do not have the same exercises."""


class _Task(Block):  # type: ignore[misc]
    """Keeps what an author has written until the page's other steps are done."""

    NAME = "code"
    ARGUMENT = True

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """Return the element that the block's text goes into."""
        return ElementTree.SubElement(parent, "div", {"class": "code-task", NAMES: self.argument.strip()})


class CheckableExtension(BlocksExtension):  # type: ignore[misc]
    """The block `/// code` as a Python-Markdown extension."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 (pymdownx's name)
        """Register the block."""
        block_mgr.register(_Task, self.getConfigs())


def makeExtension(**configuration: Any) -> CheckableExtension:  # noqa: N802 (the name is Python-Markdown's)
    """Return the extension, as Python-Markdown asks for it."""
    return CheckableExtension(**configuration)


def blocks(page: Page) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the names and the line of each block of a page."""
    for number, line in enumerate(page.text.split("\n"), start=1):
        if (match := _BLOCK.match(line)) and number not in page.fenced:
            yield tuple(match["names"].split()), number


def named(names: Iterable[str], place: str) -> list[Exercise]:
    """Return the exercises of a block on a page, `place` being its path without the ending.

    Raises ValueError for a name that the command does not have, or has on another page.
    """
    known = {exercise.name: exercise for exercise in ALL}
    found = []
    for name in names:
        if name not in known:
            raise ValueError(f"there is no exercise {name} in backprop.exercises")
        if known[name].page != place:
            raise ValueError(f"backprop.exercises has {name} on the page {known[name].page}, not on {place}")
        found.append(known[name])
    if not found:
        raise ValueError("/// code names no exercise")
    return found


def refuse_missing(pages: Sequence[tuple[str, Path]]) -> None:
    """Raise MissingExerciseError where one of the command's exercises is not on its page, or has two places.

    `pages` are paths inside the book, with their files. A book without a page needs none of its exercises.
    """
    seen: set[str] = set()
    for page in (read_page(path) for name, path in pages if name.endswith(".md")):
        for names, line in blocks(page):
            if twice := seen.intersection(names):
                raise MissingExerciseError(
                    f"{shown(page.path)}:{line}: {min(twice)} has a place on a page already"
                )
            seen |= set(names)
    there = {name for name, _ in pages}
    missing = [
        f"{exercise.page}.md has no /// code for {exercise.name}, which is in backprop.exercises"
        for exercise in ALL
        if exercise.name not in seen and f"{exercise.page}.md" in there
    ]
    if missing:
        raise MissingExerciseError("; ".join(missing))


def starters() -> Iterator[tuple[str, str]]:
    """Yield (address from the site's root, text) of each starter file."""
    words = texts.read("en")
    for exercise in ALL:
        yield address(exercise), starter(exercise, words)


def address(exercise: Exercise) -> str:
    """Return where the site has an exercise's starter file."""
    return f"{FOLDER}/{exercise.name.replace('-', '_')}.py"
