"""What can be skipped at a first reading: `## Heading {#id .optional}`, `!!! proof optional "Proof"`."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

from bookkit.markdown.work import Step
from bookkit.pages.desk import Words

MARK = "optional"
"""The class that an author gives to a heading or a box."""

_LEVELS = {f"h{level}": level for level in range(1, 7)}


class Optional(Step, Treeprocessor):
    """Writes a line under such a heading, with a link past its section; a word into contents, and boxes.

    The heading's own words stay as they are, so links, search and cards name it as before.
    """

    def run(self, root: ElementTree.Element) -> None:
        """Mark each heading and each box of the page that has the class."""
        words = Words() if self.work.sheet is None else self.work.sheet.words
        for index, element in reversed(list(enumerate(root))):
            if element.tag in _LEVELS and MARK in _classes(element):
                label = "".join(element.itertext())
                element.set("data-toc-label", f"{label} {words.optional_in_contents}")
                root.insert(index + 1, _line(words, _next(root, index)))
        for box in root.iter("div"):
            if {"admonition", MARK} <= _classes(box):
                title = box.find("p[@class='admonition-title']")
                if title is not None:
                    ElementTree.SubElement(title, "span", {"class": "level-kind"}).text = words.optional_box


def _classes(element: ElementTree.Element) -> set[str]:
    return set((element.get("class") or "").split())


def _next(root: ElementTree.Element, index: int) -> ElementTree.Element | None:
    """The heading with which the section that begins at `index` has ended, if it has an id."""
    level = _LEVELS[root[index].tag]
    behind = list(root)[index + 1 :]
    found = next((element for element in behind if _LEVELS.get(element.tag, 7) <= level), None)
    return found if found is not None and found.get("id") else None


def _line(words: Words, following: ElementTree.Element | None) -> ElementTree.Element:
    line = ElementTree.Element("p", {"class": "optional-note"})
    line.text = words.optional
    if following is not None:
        line.text += " "
        ElementTree.SubElement(line, "a", {"href": f"#{following.get('id')}"}).text = words.optional_past
    return line
