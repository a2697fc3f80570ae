"""Numbers in the text that no listing of the page bears out, and mathematics that nothing judges."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown.util import AtomicString

from bookkit.markdown.work import PageStep
from bookkit.pages.desk import Sheet
from bookkit.pages.source import PageError
from bookkit.proof.page import Proof, proofread


class Numbers(PageStep):
    """Stops the build at a false number; an author who is served the page sees all of them above it."""

    def finish(self, sheet: Sheet, root: ElementTree.Element) -> None:
        """Look at the page's numbers; raise PageError for a false one except under `mkdocs serve`."""
        for place, report in enumerate(reports(sheet, proofread(sheet.path))):
            root.insert(place, report)


def reports(sheet: Sheet, proof: Proof) -> list[ElementTree.Element]:
    """Return a paragraph about each false number and each remark.

    Raises PageError instead, except under `mkdocs serve`.
    """
    false = [
        (number.line, number.message.partition(": ")[2])
        for number in proof.numbers
        if number.status == "false"
    ]
    false += [(remark.line, remark.message) for remark in proof.remarks]
    if false and not sheet.serving:
        raise PageError(sheet.shown, *false[0])
    found = []
    for line, message in false:
        report = ElementTree.Element("p", {"class": "refutation refuted", "role": "alert"})
        report.text = AtomicString(f"{sheet.shown}:{line}: {message}")
        found.append(report)
    return found
