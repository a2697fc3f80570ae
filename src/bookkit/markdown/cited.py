"""Below each entry of the bibliography is where the book cites it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from xml.etree import ElementTree

from bookkit.markdown.sources import ADDRESS, entries, entry_of
from bookkit.markdown.work import PageStep
from bookkit.pages.desk import Sheet
from bookkit.pages.source import text_of
from bookkit.written.reference import title_in

_HEADING = re.compile(r"^#{1,6} .*\{#(?P<id>[\w-]+)[^{}\n]*\}[ \t]*$", re.MULTILINE)
_NOTE = re.compile(r"^\[\^[^\]]+\]:.*$", re.MULTILINE)


class Cited(PageStep):
    """Adds the pages that cite an entry, each with a link to the section where it is named first."""

    def finish(self, sheet: Sheet, root: ElementTree.Element) -> None:
        """Put a line below each entry that some page cites; other pages stay as they are."""
        if sheet.name == sheet.words.bibliography_page:
            found = citations(sheet)
            for entry in root.iter("li"):
                if places := found.get(entry.get("id", "")):
                    entry.append(_line(sheet, places))


def citations(sheet: Sheet) -> dict[str, list[tuple[str, str]]]:
    """Return for each entry that is cited the title and the address of its places, one a page, in order."""
    root = sheet.root
    known = entries(sheet.path)
    found: dict[str, list[tuple[str, str]]] = {}
    for name in sheet.book:
        if name != sheet.name:
            text = text_of(root / name)
            for identifier, place in _cited(text, known, PurePosixPath(sheet.name).name).items():
                address = sheet.source_link(name) + (f"#{place}" if place else "")
                found.setdefault(identifier, []).append((title_in(text, root / name), address))
    return found


def _cited(text: str, known: dict[str, str], bibliography: str) -> dict[str, str]:
    """Return the entries that a text links to, directly or by their address, each with the id of the section
    where it does so first; none where that is in a footnote only, which is at home in any section.
    """
    direct = re.compile(rf"\]\((?:\.\./)*{re.escape(bibliography)}#(?P<id>[\w-]+)\)")
    named = [(link.start(), link["id"]) for link in direct.finditer(text)]
    for link in ADDRESS.finditer(text):
        if identifier := entry_of(link["address"], known):
            named.append((link.start(), identifier))
    notes = [range(*note.span()) for note in _NOTE.finditer(text)]
    in_notes = {at for at, _ in named if any(at in note for note in notes)}
    headings = [(heading.start(), heading["id"]) for heading in _HEADING.finditer(text)]
    found: dict[str, str] = {}
    for at, identifier in sorted(named, key=lambda place: (place[0] in in_notes, place[0])):
        before = [name for start, name in headings if start < at and at not in in_notes]
        found.setdefault(identifier, before[-1] if len(before) > 1 else "")
    return found


def _line(sheet: Sheet, places: list[tuple[str, str]]) -> ElementTree.Element:
    line = ElementTree.Element("span", {"class": "cited-in"})
    line.text, _, behind = sheet.words.cited_in.partition("{}")
    for title, address in places:
        link = ElementTree.SubElement(line, "a", {"href": address})
        link.text, link.tail = title, ", "
    line[-1].tail = behind
    return line
