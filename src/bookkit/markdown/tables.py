"""Tables stand in a box of their own, which scrolls where the window is too narrow.

One of four columns or more becomes a list of its rows on a phone, so each cell knows the name of its column.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

MANY = 4  # columns that are too many for a phone
_LETTER = re.compile(r"\\\((\w)\\\)")  # a formula that is one letter can be written as text


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


def _label(table: ElementTree.Element) -> bool:
    """Write the name of its column into each cell but a row's first; tell whether that is possible."""
    names = [_LETTER.sub(r"\1", "".join(cell.itertext())).strip() for cell in table.iter("th")]
    if len(names) < MANY or any("\\" in name for name in names):
        return False
    for row in table.iter("tr"):
        for name, cell in list(zip(names, row.findall("td"), strict=False))[1:]:
            cell.set("data-column", name)
    return True
