"""`[0.05]{.given}` marks a number in the text that is data and not a result."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

PATTERN = r"\[([^\[\]]+)\]\{\s*\.given\s*\}"


class Given(InlineProcessor):
    """Turns the mark into a span of class `given`."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(PATTERN, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802 (name and arguments are Python-Markdown's)
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        """Return the span and where it stands."""
        span = ElementTree.Element("span", {"class": "given"})
        span.text = m[1]
        return span, m.start(0), m.end(0)
