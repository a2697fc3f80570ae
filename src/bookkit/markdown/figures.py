"""An image under `figures/` is drawn by the snippet of the same name and becomes part of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

from bookkit.drawings.figures import FigureError, draw, inline
from bookkit.drawings.outlines import shortened
from bookkit.markdown.work import PageStep
from bookkit.pages.desk import Sheet
from bookkit.pages.source import PageError, line_with
from bookkit.paths import SNIPPETS

_FIGURE = re.compile(r"figures/(?P<name>.+)\.svg\Z")


def name_of(sheet: Sheet, element: ElementTree.Element) -> str | None:
    """Return the name of the figure that an element shows, as `nudges/circuit/wires`; None for others."""
    if element.tag != "img":
        return None
    match = _FIGURE.match(sheet.resolve(element.get("src", "")))
    return match["name"] if match else None


@contextmanager
def blamed(sheet: Sheet, name: str) -> Iterator[None]:
    """Turn what is wrong with a figure into a PageError at the line that shows it."""
    try:
        yield
    except FigureError as error:
        raise PageError(sheet.shown, line_with(sheet.path, f"figures/{name}.svg"), str(error)) from None


class Figures(PageStep):
    """Draws figures and numbers their captions."""

    def finish(self, sheet: Sheet, root: ElementTree.Element) -> None:
        """Finish every figure of the page."""
        captions = [c for figure in root.iter("figure") for c in figure.findall("figcaption")]
        figures = sheet.numbers.figures
        if len(captions) != len(figures):
            message = f"the file has {len(figures)} captions of figures, the page shows {len(captions)}"
            raise PageError(sheet.shown, 1, message)
        for caption, (_, number) in zip(captions, figures, strict=True):
            _number(caption, sheet.words.figure.format(number))
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if name := name_of(sheet, child):
                    parent[index] = self._drawn(sheet, child, name)

    def _drawn(self, sheet: Sheet, image: ElementTree.Element, name: str) -> ElementTree.Element:
        alt = (image.get("alt") or "").strip()
        if not alt:
            raise PageError(
                sheet.shown,
                line_with(sheet.path, f"figures/{name}.svg"),
                f"the figure {name} needs a text alternative: ![text](…)",
            )
        with blamed(sheet, name):
            svg = shortened(inline(draw(SNIPPETS / f"{name}.py"), name, alt, self.work.glyphs))
        holder = ElementTree.Element("span", {"class": "drawing"})
        holder.text, holder.tail = self.md.htmlStash.store(svg), image.tail
        return holder


def _number(caption: ElementTree.Element, label: str) -> None:
    target = caption.find("p")
    target = caption if target is None else target
    span = ElementTree.Element("span", {"class": "figure-number"})
    span.text, span.tail = label, f" {target.text or ''}"
    target.text = ""
    target.insert(0, span)
