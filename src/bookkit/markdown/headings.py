"""Chapter numbers in headings: 3 for a chapter, 3.1 for its first section."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

from bookkit.markdown.work import Step


class Headings(Step, Treeprocessor):
    """Writes the numbers before the table of contents is made, so that it shows them too."""

    def run(self, root: ElementTree.Element) -> None:
        """Number the first and second level of a chapter; other pages stay as they are."""
        chapter = self.work.numbers.chapter
        if chapter is None:
            return
        section = 0
        for element in root:
            if element.tag == "h1":
                _prepend(element, f"{chapter}")
            elif element.tag == "h2":
                section += 1
                _prepend(element, f"{chapter}.{section}")


def _prepend(heading: ElementTree.Element, number: str) -> None:
    span = ElementTree.Element("span", {"class": "heading-number"})
    span.text, span.tail = number, f" {heading.text or ''}"
    heading.text = ""
    heading.insert(0, span)
