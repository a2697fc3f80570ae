"""Marks that an author gives to a piece of the text.

`[0.05]{.given}` is a number that is data and not a result. `[File → Open]{.verbatim}` looks like mathematics
and is none, or is quoted as another wrote it.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor


class _Mark(InlineProcessor):
    """Turns a mark into a span of its class."""

    name: str

    def __init__(self, md: Markdown) -> None:
        super().__init__(rf"\[([^\[\]]+)\]\{{\s*\.{self.name}\s*\}}", md)

    def handleMatch(  # type: ignore[override]  # noqa: N802 (name and arguments are Python-Markdown's)
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        """Return the span and where it stands."""
        span = ElementTree.Element("span", {"class": self.name})
        span.text = m[1]
        return span, m.start(0), m.end(0)


class Given(_Mark):
    """Turns the mark of a datum into a span of class `given`."""

    name = "given"


class Verbatim(_Mark):
    """Turns the mark of a quoted text into a span of class `verbatim`."""

    name = "verbatim"
