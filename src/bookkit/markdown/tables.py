"""Tables stand in a box of their own, which scrolls where the window is too narrow."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor


class Tables(Treeprocessor):
    """Wraps each table. The theme's script would do so after the first paint, and the page would move."""

    def run(self, root: ElementTree.Element) -> None:
        """Put every table of the page into its box."""
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table" and parent.get("class") != "table":
                    box = ElementTree.Element("div", {"class": "table"})
                    box.tail, child.tail = child.tail, None
                    parent[place] = box
                    box.append(child)
