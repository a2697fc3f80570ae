r"""What the words around a formula leave open: "If $\det A \neq 0$, …" claims nothing of A.

An inequality, a ``\neq`` or a ``\in`` in the middle of a sentence says as often what letters have to
fulfil as what they do. Which of both it is, only words say, and those are not read. So such a formula is
marked, and where it holds for some values and fails for others, it is left open. By itself, or displayed
behind words that suppose nothing, it is a claim and is refuted.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from bookkit.pages.source import Equation, Page

_SENTENCE = re.compile(  # where one begins: behind another one or a heading, as a paragraph or an item
    r"[.?!](?=\s|\Z)|^[ \t]*(?:#.*|[-*+] |\d+[.)] )|\n[ \t]*\n\s*(?=[A-Z])", re.MULTILINE
)
_SUPPOSING = (
    r"if|when|whenever|where|unless|with|for|such|provided|supposing|suppose|supposed|assuming|assume|assumed"
    r"|let|given|require|requires|requiring|under|subject to|satisfies|satisfying|satisfy|fulfils|fulfilling"
    r"|condition|conditions|constraint|constraints|assumption|assumptions|domain"
)
_ENDS_SUPPOSING = re.compile(rf"\b(?:{_SUPPOSING})(?:\s+that)?\W*\Z", re.IGNORECASE)
_ENDS_CLAIMING = re.compile(
    r"\b(?:then|so|hence|thus|therefore|have|has|get|gets|gives|implies|show|shows|means|that|because|since"
    r"|always|obviously|clearly|indeed)\W*\Z",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(  # what is supposed in words, of which nothing is known: "If A is regular"
    r"\b(?:if|when|whenever|unless|provided|supposing|suppose|assuming|assume|let)\b(?:\s+that\b)?"
    r"(?P<what>[^,;:]*?)(?=,|;|:|\bthen\b|\Z)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]{2}")
_CLAUSE = re.compile(r"[,;:(]")
_FAR, _LONG = 12, 2000  # the lines and the letters in which a sentence begins


def with_suppositions(page: Page) -> Page:
    """Return a page on which each formula that may be an assumption, by the words before it, is marked."""
    prose = {item.line: item.text for item in page.prose}
    lines = page.text.split("\n")
    words = [prose.get(number, "") for number in range(1, len(lines) + 1)]
    worded = _worded(words, lines)
    column, before = 0, 0
    found: list[Equation] = []
    for equation in page.equations:
        row = equation.line - 1
        column = column if equation.line == before else 0
        place = lines[row].find(equation.latex.split("\n")[0], column) if row < len(lines) else -1
        column, before = max(place, column), equation.line
        behind = "\n".join(
            [*words[max(0, row - _FAR) : row], words[row][:column] if row < len(words) else ""]
        )[-_LONG:]
        column += len(equation.latex)  # the next one on this line stands behind it
        displayed = equation.display or not worded[row]
        found.append(replace(equation, supposing=is_supposing(behind, displayed)))
    return replace(page, equations=tuple(found))


def is_supposing(before: str, displayed: bool) -> bool:
    """Whether the words before a formula leave open that it is an assumption."""
    sentence = _SENTENCE.split(before)[-1]
    if any(_WORD.search(match["what"]) for match in _IN_WORDS.finditer(sentence)):
        return True
    clause = _CLAUSE.split(sentence.rstrip(": \n"))[-1]
    if _ENDS_SUPPOSING.search(clause):
        return True
    return not displayed and not _ENDS_CLAIMING.search(clause)


def _worded(words: list[str], lines: list[str]) -> list[bool]:
    """For each line, whether there are words in the paragraph in which it stands."""
    found: list[bool] = []
    for blank, group in itertools.groupby(zip(words, lines, strict=True), lambda pair: not pair[1].strip()):
        paragraph = [line for line, _ in group]
        found += [not blank and _WORD.search(" ".join(paragraph)) is not None] * len(paragraph)
    return found
