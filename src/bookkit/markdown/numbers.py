"""Numbers in the text that no listing of the page bears out."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bookkit.markdown.work import Work
from bookkit.proof import proofread
from bookkit.source import PageError


class Numbers(Treeprocessor):
    """Stops the build at a false number; an author who is served the page sees all of them above it."""

    def __init__(self, md: Markdown, work: Work) -> None:
        super().__init__(md)
        self.work = work

    def run(self, root: ElementTree.Element) -> None:
        """Look at the page's numbers; raise PageError for a false one except under `mkdocs serve`."""
        sheet = self.work.sheet
        if sheet is None:
            return
        false = [number for number in proofread(sheet.path).numbers if number.status == "false"]
        if false and not sheet.serving:
            raise PageError(sheet.shown, false[0].line, false[0].message.partition(": ")[2])
        for place, number in enumerate(false):
            report = ElementTree.Element("p", {"class": "refutation refuted", "role": "alert"})
            report.text = AtomicString(number.message)
            root.insert(place, report)
