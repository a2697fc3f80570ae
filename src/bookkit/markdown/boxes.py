"""Boxes with a definition or a theorem can be referred to: `definition-sigmoid`, `theorem-chain-rule`."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

_STASHED = re.compile("\x02.*?\x03")  # a formula, whose HTML comes later
KINDS = ("definition", "theorem")


class Boxes(Treeprocessor):
    """Gives each such box an id that is made from its kind and its title."""

    def run(self, root: ElementTree.Element) -> None:
        """Name the boxes of the page that have no id; of two with the same title, the second is …-2."""
        seen: Counter[str] = Counter()
        for box in root.iter("div"):
            classes = (box.get("class") or "").split()
            kind = next((kind for kind in KINDS if kind in classes), None)
            title = box.find("p[@class='admonition-title']")
            if "admonition" not in classes or kind is None or title is None or "id" in box.attrib:
                continue
            name = f"{kind}-{slug(''.join(title.itertext()))}"
            seen[name] += 1
            box.set("id", name if seen[name] == 1 else f"{name}-{seen[name]}")


def slug(title: str) -> str:
    """Return a title as an address writes it."""
    return re.sub(r"[^\w]+", "-", _STASHED.sub("", title).lower()).strip("-_")
