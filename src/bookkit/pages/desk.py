"""The page that the press is working on.

Python-Markdown extensions are not told which page they convert. Whoever starts a conversion lays
the page on the desk; the conversion takes it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bookkit.pages.numbering import PageNumbers, number_page
from bookkit.paths import shown


@dataclass(frozen=True)
class Words:
    """What the press writes into a page, in the page's language; `mkdocs.yml` may replace each."""

    figure: str = "Figure {}"
    soon: str = "This page is being proof-read and set. It will appear here by itself, in a few minutes."
    total_soon: str = "How many equations were tried will be said here when all pages have been proof-read."
    checked: str = "Checked: {claims}, {draws}, largest error {error}."
    claim_one: str = "1 claim"
    claim_many: str = "{} claims"
    draw_one: str = "1 draw"
    draw_many: str = "{} draws"
    computed: str = "Computed: numbers alone, exact or rounded beyond doubt."
    whole: str = "Shown on the whole range of {variable}, cut into {pieces}{meets}."
    pieces_one: str = "1 piece"
    pieces_many: str = "{} pieces"
    meets: str = "; both sides are equal at {}"
    identity: str = (
        "An identity, in exact arithmetic at {points}; else the chance to pass was below {odds}{of}."
    )
    on_pieces: str = (
        "An identity on each piece met ({pieces}), in exact arithmetic at {points};"
        " else the chance to pass was below {odds}{of}."
    )
    to_digits: str = "True to {digits} digits, in exact arithmetic at {points}{of}."
    shape: str = "Shape: rows and columns are counted in every draw."
    sampled: str = "Sampled: in floating point, on many draws."
    points_one: str = "1 random point"
    points_many: str = "{} random points"
    up_to: str = ", with sizes up to {}"
    any_function: str = ", whatever {} may be"
    unchecked: str = "Not checked: {reason}."
    wrong: str = "Wrong"
    wrong_with: str = "Refuted with"
    wrong_because: str = "Refuted: {}."
    guess: str = "Your guess"
    check_guess: str = "Check"
    in_code: str = "In code."
    starter: str = "starter file"
    how_to_run: str = "how to run this"
    download: str = "Download {}"
    download_whole: str = "Download {}, the whole file"
    fold_setup: str = "setup, {}"
    fold_again: str = "as before, {}"
    fold_before: str = "what comes before, {}"
    fold_rest: str = "the rest, {}"
    fold_one: str = "1 line"
    fold_lines: str = "{} lines"
    notation: str = "Symbols"
    how: str = "How it is checked"
    easy: str = "easy"
    medium: str = "of middle difficulty"
    hard: str = "hard"
    project: str = "an open project"
    pencil: str = "pencil only"
    what_if: str = "guess first"
    optional: str = "Can be skipped at a first reading."
    optional_past: str = "On to the next section"
    optional_in_contents: str = "· optional"
    optional_box: str = "can be skipped at a first reading"
    reading: str = "Reading"
    minutes: str = "{} minutes"
    minutes_without: str = "{}, {} without what can be left out"
    builds_on: str = "Refers back to"
    can_wait: str = "Can be left out"
    projector: str = "On a projector"
    exercises: str = "Exercises"
    homework: str = "Homework"
    lesson_minutes: str = "Minutes"
    at_the_board: str = "at the board"
    at_home: str = "at home"
    and_a_lab: str = "{} and the lab"
    a_lab: str = "the lab"
    cited: str = "in the bibliography"
    cited_in: str = "In {}"
    bibliography_page: str = "bibliography.md"
    live_steps: str = "Steps"
    live_step: str = "Step"
    live_previous: str = "Previous step"
    live_next: str = "Next step"
    live_play: str = "Play"
    live_yours: str = "Your numbers."
    live_back: str = "Back to the book’s"
    letters_page: str = "notation.md"  # which letters keep their meaning
    notation_page: str = "symbols-by-part.md"  # the tables that equations are read with
    checked_page: str = "about/checked.md"
    how_to_run_page: str = "how-to-read.md"
    how_to_run_place: str = "exercises-that-check-themselves"


@dataclass(frozen=True)
class Sheet:
    """A page under the press: its file, its place in the book, the numbers of all pages."""

    path: Path
    name: str
    url: str = ""
    book: Mapping[str, PageNumbers] = field(default_factory=dict)
    words: Words = field(default_factory=Words)
    serving: bool = False
    waiting: bool = False
    """Whether other pages of the book have not been proof-read, and are not waited for."""

    @property
    def numbers(self) -> PageNumbers:
        """The numbers of this page; plain ones where it stands in no navigation, as before it is listed."""
        return self.book[self.name] if self.name in self.book else number_page(self.path, None)

    @property
    def root(self) -> Path:
        """The folder that the pages of the book are named from."""
        return self.path.parents[len(PurePosixPath(self.name).parts) - 1]

    @property
    def shown(self) -> str:
        """The file as messages name it."""
        return shown(self.path)

    def link(self, target: str) -> str:
        """Return the address of `target` (from the site's root) as seen from this page."""
        return posixpath.relpath(target, posixpath.dirname(self.url) or ".")

    def source_link(self, name: str) -> str:
        """Return the link to another page's file, as an author would write it on this page."""
        return posixpath.relpath(name, posixpath.dirname(self.name) or ".")

    def resolve(self, target: str) -> str:
        """Return a path written in this page, as a path inside the book."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.name), target))


_sheet: ContextVar[Sheet | None] = ContextVar("sheet", default=None)


def lay(sheet: Sheet | None) -> None:
    """Lay a page on the desk, for the conversion that starts next."""
    _sheet.set(sheet)


def take() -> Sheet | None:
    """Take the page from the desk; None where none was laid, as for a docstring inside a page."""
    sheet = _sheet.get()
    _sheet.set(None)
    return sheet
