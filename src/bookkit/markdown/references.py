"""Links with no text to an equation or a figure say its number."""

from __future__ import annotations

from xml.etree import ElementTree

from bookkit.markdown.work import PageStep
from bookkit.pages.desk import Sheet
from bookkit.pages.source import PageError, line_with


class References(PageStep):
    """Fills `[](#eq-sum)` with "(3.2)" and `[](circuit.md#fig-wires)` with "Figure 3.1"."""

    def finish(self, sheet: Sheet, root: ElementTree.Element) -> None:
        """Fill every empty link of the page."""
        for link in root.iter("a"):
            target = link.get("href", "")
            if (
                "#" in target
                and len(link) == 0
                and not (link.text or "").strip()
                and "class" not in link.attrib
            ):
                link.text = _text(sheet, target)


def _text(sheet: Sheet, target: str) -> str:
    path, _, anchor = target.partition("#")
    name = sheet.resolve(path) if path else sheet.name
    numbers = sheet.book.get(name)
    if numbers is None:
        raise PageError(
            sheet.shown, line_with(sheet.path, f"]({target})"), f"[]({target}) leads to no page of the book"
        )
    if anchor in numbers.equations:
        return f"({numbers.equations[anchor]})"
    figure = numbers.figure(anchor)
    if figure is not None:
        return sheet.words.figure.format(figure)
    raise PageError(
        sheet.shown,
        line_with(sheet.path, f"]({target})"),
        f"[]({target}) has no text, and {name} has no numbered equation or figure with that id",
    )
