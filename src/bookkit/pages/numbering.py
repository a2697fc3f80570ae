"""Numbers of chapters, equations and figures, taken from the order of the pages.

A chapter's number is its place among the pages of the parts. Equations that carry a label and
figures that carry a caption are numbered chapter.n. A page that is no chapter numbers them plainly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bookkit.pages.source import Page, PageError, read_page

_LABEL_OR_ROW = re.compile(r"\\label\{([^{}]*)\}|\\tag\*?\{([^{}]*)\}|\\\\")


@dataclass(frozen=True)
class PageNumbers:
    """One page's numbers: of itself, of its labelled equations and of its figures."""

    chapter: int | None = None
    equations: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[tuple[str | None, str], ...] = ()

    def figure(self, identifier: str) -> str | None:
        """Return the number of the figure with this id."""
        return dict(self.figures).get(identifier)


def split_rows(latex: str) -> list[tuple[list[str], str | None]]:
    r"""Return, for each row between `\\`, its labels and its own tag."""
    rows: list[tuple[list[str], str | None]] = [([], None)]
    for match in _LABEL_OR_ROW.finditer(latex):
        if match[0] == "\\\\":
            rows.append(([], None))
        elif match[1] is not None:
            rows[-1][0].append(match[1])
        else:
            rows[-1] = (rows[-1][0], match[2])
    return rows


def _equation_numbers(page: Page, prefix: str) -> dict[str, str]:
    numbers: dict[str, str] = {}
    count = 0
    for equation in page.equations:
        for labels, tag in split_rows(equation.latex):
            if not labels:
                continue
            if tag is None:
                count += 1
                tag = f"{prefix}{count}"
            for label in labels:
                if label in numbers:
                    raise PageError(
                        page.path, equation.line, f"the label {label!r} stands twice on this page"
                    )
                numbers[label] = tag
    return numbers


def number_page(path: Path, chapter: int | None) -> PageNumbers:
    """Return the numbers of one page.

    Raises PageError where a label stands twice.
    """
    prefix = "" if chapter is None else f"{chapter}."
    page = read_page(path)
    figures = tuple((c.identifier, f"{prefix}{n}") for n, c in enumerate(page.captions, start=1))
    return PageNumbers(chapter, _equation_numbers(page, prefix), figures)


def number_book(pages: Sequence[tuple[str, Path]], parts: Sequence[str]) -> dict[str, PageNumbers]:
    """Number the pages, given in reading order as (path inside the book, file).

    A page is a chapter when its first folder is one of `parts` and it is not that part's index.
    """
    numbers: dict[str, PageNumbers] = {}
    chapter = 0
    for name, path in pages:
        place = PurePosixPath(name)
        is_chapter = len(place.parts) > 1 and place.parts[0] in parts and place.stem != "index"
        chapter += is_chapter
        numbers[name] = number_page(path, chapter if is_chapter else None)
    return numbers
