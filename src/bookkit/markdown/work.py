"""What the steps of one conversion share."""

from __future__ import annotations

from dataclasses import dataclass, field

from bookkit.desk import Sheet
from bookkit.numbering import PageNumbers


@dataclass
class Work:
    """The page under conversion; `sheet` is None for text that is no page of the book.

    `glyphs` are the letters that its figures have drawn, `generated` the formulas that the press wrote.
    """

    sheet: Sheet | None = None
    glyphs: dict[str, str] = field(default_factory=dict)
    generated: list[str] = field(default_factory=list)

    def begin(self, sheet: Sheet | None) -> None:
        """Begin with another page."""
        self.sheet = sheet
        self.glyphs.clear()
        self.generated.clear()

    @property
    def numbers(self) -> PageNumbers:
        """The numbers of the page."""
        return PageNumbers() if self.sheet is None else self.sheet.numbers
