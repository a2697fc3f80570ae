"""What the steps of one conversion share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from bookkit.desk import Sheet
from bookkit.numbering import PageNumbers


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
