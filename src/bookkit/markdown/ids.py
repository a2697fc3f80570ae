"""Ids that authors give to headings, equations and figures: each stands once on a page."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from bookkit.markdown.work import PageStep
from bookkit.pages.desk import Sheet
from bookkit.pages.source import PageError, read_page, text_of


class Ids(PageStep):
    """Refuses an id that stands twice, of which a browser would only ever find the first."""

    def finish(self, sheet: Sheet, root: ElementTree.Element) -> None:
        """Look at all ids of the page, before headings without one are given theirs."""
        refuse_twice(sheet, [element.attrib["id"] for element in root.iter() if element.get("id")])


def refuse_twice(sheet: Sheet, identifiers: list[str]) -> None:
    """Raise PageError, naming the line of the second, where two of a page's ids are the same."""
    seen: set[str] = set()
    for identifier in identifiers:
        if identifier in seen:
            raise PageError(
                sheet.shown,
                _second_line(sheet, identifier),
                f"the id {identifier!r} stands twice on this page: give this one another, {{#another-name}}",
            )
        seen.add(identifier)


def _second_line(sheet: Sheet, identifier: str) -> int:
    """Return the line on which an id is given for the second time; 1 where that cannot be seen."""
    given = re.compile(
        rf"(?:\{{[^{{}}\n]*#|\bid[:=][ \t]*[\"']?|\\label\{{)(?i:{re.escape(identifier)})(?![\w-])"
    )
    in_code = {
        fence.line + offset
        for fence in read_page(sheet.path).fences
        for offset in range(fence.text.count("\n") + 1)
    }
    lines = text_of(sheet.path).splitlines()
    found = [n for n, line in enumerate(lines, start=1) if n not in in_code for _ in given.finditer(line)]
    if len(found) < 2:  # a lab's headings get theirs from their words
        words = re.compile(rf"#+ +{re.sub('[-_]', '[^a-z0-9]+', re.escape(identifier.lower()))}\W*\Z")
        found = [n for n, line in enumerate(lines, start=1) if words.match(line.lower())]
    return found[1] if len(found) > 1 else 1
