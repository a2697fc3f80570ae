"""Exercises that check themselves: the command, the starter file and how to run it, below the task."""

from __future__ import annotations

from xml.etree import ElementTree

from backprop.exercises import texts
from backprop.exercises.exercise import Exercise
from bookkit.markdown.checkable import COMMAND, NAMES, address, blocks, named
from bookkit.markdown.work import PageStep
from bookkit.pages.desk import Sheet
from bookkit.pages.source import PageError, read_page


class Checkables(PageStep):
    """Completes each block of a page; a name that the command does not have stops the build."""

    def finish(self, sheet: Sheet, root: ElementTree.Element) -> None:
        """Complete every block of the page."""
        boxes = [element for element in root.iter("div") if NAMES in element.attrib]
        if not boxes:
            return
        lines = dict(blocks(read_page(sheet.path)))
        for box in boxes:
            names = tuple(box.attrib.pop(NAMES).split())
            try:
                exercises = named(names, sheet.name.removesuffix(".md"))
            except ValueError as error:
                raise PageError(sheet.shown, lines.get(names, 1), str(error)) from None
            _complete(box, exercises, sheet)


def _complete(box: ElementTree.Element, exercises: list[Exercise], sheet: Sheet) -> None:
    text = box.find("p")
    if text is not None:
        label = ElementTree.Element("span", {"class": "code-label"})
        label.text, label.tail, text.text = sheet.words.in_code, f" {text.text or ''}", None
        text.insert(0, label)
    if len(exercises) > 1:
        titles = texts.read("en")
        row = ElementTree.SubElement(box, "ol", {"class": "milestones"})
        for exercise in exercises:
            entry = ElementTree.SubElement(row, "li")
            ElementTree.SubElement(entry, "code").text = exercise.name
            link = ElementTree.SubElement(entry, "a", _to(exercise, sheet))
            link.text = titles.of(exercise.name, "title")
    line = ElementTree.SubElement(box, "p", {"class": "code-check"})
    ElementTree.SubElement(line, "code").text = COMMAND.format(exercises[0].name)
    words, links = sheet.words, []
    if len(exercises) == 1:
        links.append((_to(exercises[0], sheet), words.starter))
    if words.how_to_run_page in sheet.book:
        place = f"{sheet.source_link(words.how_to_run_page)}#{words.how_to_run_place}"
        links.append(({"href": place}, words.how_to_run))
    for attributes, said in links:
        part = ElementTree.SubElement(line, "span", {"class": "code-starter"})  # paper leaves it out
        ElementTree.SubElement(part, "a", attributes).text = said


def _to(exercise: Exercise, sheet: Sheet) -> dict[str, str]:
    # An address of the site as an author writes it: MkDocs resolves it, and says so where it leads nowhere.
    return {"href": sheet.source_link(address(exercise)), "download": ""}
