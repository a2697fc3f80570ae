"""A link to a source that the bibliography lists is followed by a mark that leads to its entry there."""

from __future__ import annotations

import re
import time
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from bookkit.keeping import reads
from bookkit.markdown.work import PageStep
from bookkit.pages.desk import Sheet

_ENTRY = re.compile(r"^- (?P<text>(?:.+\n)+?)[ \t]+\{: #(?P<id>[\w-]+) \}", re.MULTILINE)
ADDRESS = re.compile(r"\]\((?P<address>https?://(?:[^()\s]|\([^()\s]*\))+)\)")


class Sources(PageStep):
    """Marks the first link of a page to each source."""

    def finish(self, sheet: Sheet, root: ElementTree.Element) -> None:
        """Put the marks behind the links; the bibliography itself and a book without one stay as they are."""
        page = sheet.words.bibliography_page
        if page not in sheet.book or sheet.name == page:
            return
        known = entries(_file(sheet, page))
        marked: set[str] = set()
        for parent in list(root.iter()):
            for place, link in reversed(list(enumerate(parent))):
                found = None if link.tag != "a" else entry_of(link.get("href", ""), known)
                if found is not None:
                    parent.insert(place + 1, _mark(sheet, page, found, link))
        for parent in list(root.iter()):
            for link in list(parent):
                if link.get("class") == "cited":
                    identifier = link.get("href", "").partition("#")[2]
                    if identifier in marked:
                        _take_out(parent, link)
                    marked.add(identifier)


def _mark(sheet: Sheet, page: str, identifier: str, link: ElementTree.Element) -> ElementTree.Element:
    mark = ElementTree.Element("a", {"class": "cited", "href": f"{sheet.source_link(page)}#{identifier}"})
    mark.set("aria-label", sheet.words.cited)
    mark.text, mark.tail, link.tail = "†", link.tail, None
    return mark


def _take_out(parent: ElementTree.Element, mark: ElementTree.Element) -> None:
    before = list(parent)[list(parent).index(mark) - 1]
    before.tail = mark.tail
    parent.remove(mark)


def _file(sheet: Sheet, page: str) -> Path:
    return sheet.root / page


def entries(path: Path) -> dict[str, str]:
    """Return the addresses that a bibliography lists, each with the id of its entry."""
    reads.note({str(path): time.time_ns()})  # also where it was remembered
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> dict[str, str]:
    text = path.read_text(encoding="utf-8")
    return {
        address["address"]: entry["id"]
        for entry in _ENTRY.finditer(text)
        for address in ADDRESS.finditer(entry["text"])
    }


def entry_of(address: str, known: dict[str, str]) -> str | None:
    """Return the entry of a source, or of the book that a page belongs to; None where none is listed."""
    bare = address.partition("#")[0]
    found = [entry for entry in known if bare == entry or (entry.endswith("/") and bare.startswith(entry))]
    return known[max(found, key=len)] if found else None
