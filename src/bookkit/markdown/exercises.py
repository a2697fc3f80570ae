"""How hard an exercise is, as dots in its title that are read out as a word."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

from bookkit.markdown.work import Step
from bookkit.pages.desk import Words

LEVELS = {"easy": "●○○", "medium": "●●○", "hard": "●●●", "project": "◆"}
"""The class that an author writes, `!!! exercise easy "Title"`, and its dots: in the order of a page."""

KINDS = ("pencil", "what-if")
"""What an author may add: to be solved without a computer; to be predicted before it is run."""


class Exercises(Step, Treeprocessor):
    """Writes the marks into the titles. Their words are the page's, so a translation has its own."""

    def run(self, root: ElementTree.Element) -> None:
        """Mark each exercise of the page that has a level; that each has one is a house rule."""
        words = Words() if self.work.sheet is None else self.work.sheet.words
        for box in root.iter("div"):
            classes = (box.get("class") or "").split()
            if {"admonition", "exercise"} <= set(classes):
                title = box.find("p[@class='admonition-title']")
                if title is not None:
                    _mark(title, classes, words)


def _mark(title: ElementTree.Element, classes: list[str], words: Words) -> None:
    for name in classes:
        if name in LEVELS:
            word = getattr(words, name)
            mark = ElementTree.SubElement(title, "span", {"class": "level", "role": "img"})
            mark.attrib |= {"aria-label": word, "title": word}
            mark.text = LEVELS[name]
        elif name in KINDS:
            kind = ElementTree.SubElement(title, "span", {"class": "level-kind"})
            kind.text = getattr(words, name.replace("-", "_"))
