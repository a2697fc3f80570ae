"""What is seen of a page: stretches of text, code spans, marks, and what was wrong."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from bookkit.pages.source import Fault

FORMULA, CODE, GIVEN, VERBATIM, IMAGE = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
PIECES = f"[{FORMULA}-{IMAGE}]"


@dataclass(frozen=True)
class Text:
    """A stretch of text without a break: a paragraph, a heading, a cell, an image's text.

    `lines` gives for every word's place in the text the line of the file, as (place, line).
    """

    text: str
    lines: tuple[tuple[int, int], ...]
    heard: bool = False

    def line(self, place: int) -> int:
        """Return the line of the file on which the text at a place stands."""
        index = bisect_left(self.lines, (place + 1,)) - 1
        return self.lines[max(index, 0)][1]


@dataclass(frozen=True)
class Code:
    """A code span: its text, its line, and whether the author has marked it."""

    text: str
    line: int
    marked: bool


@dataclass(frozen=True)
class Seen:
    """A page as readers see it; `given` are the marked data, `verbatim` the marked texts."""

    texts: tuple[Text, ...]
    codes: tuple[Code, ...]
    given: tuple[tuple[str, int], ...]
    verbatim: tuple[tuple[str, int], ...]
    faults: tuple[Fault, ...]


def squeeze(latex: str) -> str:
    """Return text with every stretch of blanks turned to one."""
    return re.sub(r"\s+", " ", latex).strip()


def folded(text: str) -> str:
    """Return a text with digits of all scripts as ASCII digits, and all blanks as plain ones."""
    return "".join(_FOLDED.get(c) or _fold(c) for c in text)


_FOLDED: dict[str, str] = {chr(code): chr(code) for code in range(32, 127)}


def _fold(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
