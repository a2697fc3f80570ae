"""Tables stand in a box of their own, which scrolls where the window is too narrow.

One of four columns or more becomes a list of its rows on a phone, so each cell knows the name of its column.
A name of a program may break in its cell, but only at its points, underscores, slashes and brackets, and in
a long word where a capital begins.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString, HtmlStash

MANY = 4  # columns that are too many for a phone
_LETTER = re.compile(r"\\\((\w)\\\)")  # a formula that is one letter can be written as text
_JOINT = re.compile(r"(?<=[^\W\d][._(=/])(?=[^\W\d])")  # torch.|optim.|lr_|scheduler, tests/|book/
_LONG = re.compile(r"[A-Za-z]{12,}")  # a word that may be too long for a column on a phone
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # Cosine|Annealing|LR
_BREAK = "\u200b"


class Tables(Treeprocessor):
    """Wraps each table. The theme's script would do so after the first paint, and the page would move."""

    def run(self, root: ElementTree.Element) -> None:
        """Put every table of the page into its box."""
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table" and "table" not in parent.get("class", "").split():
                    kind = "table rows" if _label(child) else "table"
                    box = ElementTree.Element("div", {"class": kind})
                    box.tail, child.tail = child.tail, None
                    parent[place] = box
                    box.append(child)
                    _let_names_break(child, self.md.htmlStash)


def _label(table: ElementTree.Element) -> bool:
    """Write the name of its column into each cell but a row's first; tell whether that is possible."""
    names = [_LETTER.sub(r"\1", "".join(cell.itertext())).strip() for cell in table.iter("th")]
    if len(names) < MANY or any("\\" in name for name in names):
        return False
    for row in table.iter("tr"):
        for name, cell in list(zip(names, row.findall("td"), strict=False))[1:]:
            cell.set("data-column", name)
    return True


def _let_names_break(table: ElementTree.Element, stash: HtmlStash) -> None:
    """Allow a break at each joint of the names in a table's code, so that none has to break in mid-word."""
    for code in table.iter("code"):
        if len(code) or not code.text:
            continue
        # Highlighting has put the text aside, as HTML.
        if aside := HTML_PLACEHOLDER_RE.fullmatch(code.text.strip()):
            html = stash.rawHtmlBlocks[int(aside[1])]
            if isinstance(html, str) and "<" not in html:
                stash.rawHtmlBlocks[int(aside[1])] = "<wbr>".join(_pieces(html))
            continue
        first, *others = _pieces(code.text)
        code.text = AtomicString(first)
        for part in others:
            ElementTree.SubElement(code, "wbr").tail = AtomicString(part)


def _pieces(text: str) -> list[str]:
    """A name, taken apart at its joints."""
    return _LONG.sub(lambda word: _HUMP.sub(_BREAK, word[0]), _JOINT.sub(_BREAK, text)).split(_BREAK)
