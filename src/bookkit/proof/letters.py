"""What letters mean, page by page: which keep their meaning through the book, and where one changes it.

Three things say it. The page of symbols has a table of the letters that keep their meaning, in bold words.
The tables of symbols, by which formulas are checked, say what theirs mean. And what a page defines for
itself, it explains in its front matter: `letters: {s: the sum of two numbers}`. Where a letter that keeps
its meaning gets another one, or a page gives one letter two, a paragraph says so, marked `{: .letter }`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bookkit import notations
from bookkit.equations.page import USUAL_NOTATION
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.parse import parse
from bookkit.pages.source import Equation, Page
from bookkit.programs import labs
from bookkit.values.errors import EquationError

SECTION = "letters"
"""The id of the section with the table of the letters that keep their meaning."""

_NOTATION = re.compile(r"%\s*notation:\s*(\S+)")
_ROW = re.compile(r"^\|(?P<letters>[^|]+)\|(?P<meaning>.+)\|\s*$")
_FORMULA = re.compile(r"\$([^$]+)\$")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_MARK = re.compile(r"^[ \t]*\{:\s*\.letter\s*\}\s*$")
_EXERCISES = re.compile(r"^## .*\{#exercises\}\s*$")


@dataclass(frozen=True)
class Kept:
    """A letter that keeps its meaning: the meaning, and the words by which it is known again."""

    meaning: str
    words: tuple[str, ...]

    def is_meant(self, meaning: str) -> bool:
        """Tell whether a meaning is this one: it has one of the words."""
        return any(word in meaning.casefold() for word in self.words)


@dataclass(frozen=True)
class Fault:
    """A letter whose meaning is not said where it should be."""

    page: Page
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.page.path}:{self.line}: {self.message}"


def kept(page: Page) -> dict[str, Kept]:
    """Return the letters that keep their meaning, from the table on the page of symbols."""
    found: dict[str, Kept] = {}
    inside = False
    for line in page.text.split("\n"):
        if line.startswith("#"):
            inside = f"{{#{SECTION}}}" in line
        elif inside and (row := _ROW.match(line)) and (words := _BOLD.findall(row["meaning"])):
            meaning = row["meaning"].replace("**", "").strip()
            for latex in _FORMULA.findall(row["letters"]):
                found[spelled(latex)] = Kept(meaning, tuple(word.casefold() for word in words))
    return found


def spelled(latex: str) -> str:
    """Return the letter of a symbol as the parser spells it: without indices."""
    return _letter(parse(latex).statements[0].chain.first) or latex


class Letters:
    """The letters of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        usual = str(page.front_matter.get("notation", USUAL_NOTATION))
        self.defined: dict[str, int] = {}
        self.used: dict[str, int] = {}
        self.by_table: dict[str, str] = {}
        end = self._exercises
        for equation in page.equations:
            own = _NOTATION.search(equation.latex)
            self._read(equation, own[1] if own else usual, equation.line < end)

    @property
    def _exercises(self) -> int:
        lines = self.page.text.split("\n")
        return next((n for n, line in enumerate(lines, 1) if _EXERCISES.match(line)), len(lines) + 1)

    def _read(self, equation: Equation, table: str, main: bool) -> None:
        try:
            tree = parse(equation.latex)
        except EquationError:
            return  # the proof-reader says so
        for statement in tree.statements:
            left = statement.chain.first
            for step in statement.chain.steps:
                letter = _letter(left) if step.sign == "\\coloneqq" and not _is_value(step.right) else None
                if letter is not None and main:
                    self.defined.setdefault(letter, equation.line)
                left = step.right
        known = notations.get(table) if table in notations.names() else None
        for part in tree.walk():
            letter = part.latex() if isinstance(part, t.Name | t.Accent) else None
            if letter is None:
                continue
            self.used.setdefault(letter, equation.line)
            if known is None:
                continue
            symbol, function = known.by_base.get(letter), known.function.get(letter)
            if symbol is not None and not symbol.family:
                self.by_table.setdefault(letter, symbol.meaning)
            elif function is not None:
                self.by_table.setdefault(letter, function.meaning)

    @cached_property
    def declared(self) -> dict[str, tuple[str, ...]]:
        """The meanings that the page's front matter gives, one or several a letter."""
        said = self.page.front_matter.get("letters") or {}
        if not isinstance(said, dict):
            raise ValueError(f"{self.page.path}:1: `letters` are lines such as `s: the sum of two numbers`")
        found = {}
        for letter, words in said.items():
            several = words if isinstance(words, list) else [words]
            found[spelled(str(letter))] = tuple(str(meaning).strip() for meaning in several)
        return found

    def meanings(self, letter: str) -> tuple[str, ...]:
        """What a letter means on this page: what the page says, else what its table says."""
        if letter in self.declared:
            return self.declared[letter]
        return (self.by_table[letter],) if letter in self.by_table and letter in self.used else ()

    @cached_property
    def announced(self) -> dict[str, list[int]]:
        """The letters of which a marked paragraph speaks, each with the lines of these paragraphs."""
        found: dict[str, list[int]] = {}
        for start, paragraph in self._marked():
            for latex in _FORMULA.findall(paragraph):
                found.setdefault(spelled(latex), []).append(start)
        return found

    def _marked(self) -> Iterator[tuple[int, str]]:
        lines = self.page.text.split("\n")
        for number, line in enumerate(lines):
            if _MARK.match(line) and number + 1 not in self.page.fenced:
                start = number
                while start and lines[start - 1].strip():
                    start -= 1
                yield start + 1, "\n".join(lines[start:number])

    def announced_in_time(self, letter: str) -> bool:
        """Tell whether a letter's change is said in the section where it is first seen, or before."""
        first = self.defined.get(letter, self.used.get(letter, 0))
        heading = next((n for n in self.page.section_starts if n > first), float("inf"))
        return any(line < heading for line in self.announced.get(letter, []))


def faults(pages: Sequence[Page], keeping: Mapping[str, Kept]) -> Iterator[Fault]:
    """Yield the letters of the pages, in reading order, whose meaning or whose change of it is not said."""
    for page in pages:
        letters = Letters(page)
        yield from _unsaid(letters)
        yield from _changed(letters, keeping)


def _unsaid(letters: Letters) -> Iterator[Fault]:
    for letter, line in letters.defined.items():
        if not letters.meanings(letter) and not labs.is_lab(letters.page.path):  # a lab has no front matter
            yield Fault(
                letters.page,
                line,
                f"${letter}$ is defined here, and `letters` in the front matter does not say what it means",
            )
    for letter in letters.declared:
        if letter not in letters.used:
            yield Fault(letters.page, 1, f"`letters` explains ${letter}$, which no formula of the page uses")


def _changed(letters: Letters, keeping: Mapping[str, Kept]) -> Iterator[Fault]:
    needed = set()
    for letter in letters.used:
        meanings = letters.meanings(letter)
        other = [m for m in meanings if letter in keeping and not keeping[letter].is_meant(m)]
        if other or len(meanings) > 1:
            needed.add(letter)
            meaning = (other or meanings[1:])[0]
            if len(meanings) > 1:
                said = bool(letters.announced.get(letter))
            else:
                said = letters.announced_in_time(letter)
            if not said:
                usual = keeping[letter].meaning if letter in keeping else meanings[0]
                yield Fault(
                    letters.page,
                    letters.defined.get(letter, letters.used[letter]),
                    f"${letter}$ is {meaning} here, elsewhere {usual}: say so in a paragraph of the section,"
                    " marked {: .letter }",
                )
    for start, paragraph in letters._marked():
        if not {spelled(latex) for latex in _FORMULA.findall(paragraph)} & needed:
            yield Fault(letters.page, start, "a paragraph marked {: .letter } names no letter that changes")


def register(pages: Sequence[Page], keeping: Mapping[str, Kept]) -> dict[str, dict[str, list[Page]]]:
    """Return the letters with several meanings: each meaning with the pages where it holds, in reading order.

    The usual meaning of a letter that keeps it has no pages: it holds everywhere else.
    """
    found: dict[str, dict[str, list[Page]]] = {}
    for page in pages:
        letters = Letters(page)
        for letter, meanings in letters.declared.items():
            for meaning in meanings:
                if letter in keeping and keeping[letter].is_meant(meaning):
                    continue
                found.setdefault(letter, {}).setdefault(meaning, []).append(page)
    for letter, usual in keeping.items():
        if letter in found:
            found[letter] = {usual.meaning: [], **found[letter]}
    return {letter: meanings for letter, meanings in sorted(found.items()) if len(meanings) > 1}


def _letter(left: t.Node) -> str | None:
    """The letter that a definition is about: that of ``E_i``, of ``f(x)``, of ``\\hat{m}_t``."""
    if isinstance(left, t.Juxtaposed) and left.factors:
        left = left.factors[0]
    if isinstance(left, t.Scripted):
        left = left.base
    return left.latex() if isinstance(left, t.Name | t.Accent) else None


def _is_value(right: t.Node) -> bool:
    """Whether a definition only gives a number: then the letter means what it meant before."""
    return not any(isinstance(part, t.Name | t.Accent | t.Word) for part in right.walk())
