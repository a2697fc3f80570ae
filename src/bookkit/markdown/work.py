"""What the steps of one conversion share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import Processor

from bookkit.pages.desk import Sheet
from bookkit.pages.numbering import PageNumbers


@dataclass
class Work:
    """The page under conversion; `sheet` is None for text that is no page of the book.

    `glyphs` are the letters that its figures have drawn, `generated` the formulas that the press wrote,
    `live` the data of its live figures by name, `linked` how formulas beside them write the values.
    """

    sheet: Sheet | None = None
    glyphs: dict[str, str] = field(default_factory=dict)
    generated: list[str] = field(default_factory=list)
    live: dict[str, dict[str, Any]] = field(default_factory=dict)
    linked: dict[ElementTree.Element, dict[str, str]] = field(default_factory=dict)

    def begin(self, sheet: Sheet | None) -> None:
        """Begin with another page."""
        self.sheet = sheet
        self.glyphs.clear()
        self.generated.clear()
        self.live.clear()
        self.linked.clear()

    @property
    def numbers(self) -> PageNumbers:
        """The numbers of the page."""
        return PageNumbers() if self.sheet is None else self.sheet.numbers


class Step(Processor):
    """A step of the conversion, before, in or behind the tree; it knows what the steps share."""

    def __init__(self, md: Markdown, work: Work) -> None:
        super().__init__(md)
        self.work = work


class PageStep(Step, Treeprocessor):
    """A step that only pages of the book take; other text stays as it is."""

    def run(self, root: ElementTree.Element) -> None:
        """Finish the page; raise what `finish` raises."""
        if self.work.sheet is not None:
            self.finish(self.work.sheet, root)

    def finish(self, sheet: Sheet, root: ElementTree.Element) -> None:
        """Do to a page what the step is for."""
        raise NotImplementedError
