"""Boxes in which readers guess a number: their fields, their answers, and what is said of wrong ones."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

from bookkit.markdown.predict import SOURCE, Guesses, read, sources
from bookkit.markdown.work import Step
from bookkit.numbers.evidence import Evidence, evidence_of, section_of
from bookkit.pages.desk import Sheet
from bookkit.pages.source import Page, PageError, read_page


class Predictions(Step, Treeprocessor):
    """Turns each block of a page into a box, with the numbers that its listing prints."""

    def run(self, root: ElementTree.Element) -> None:
        """Finish every box of the page."""
        sheet = self.work.sheet
        boxes = [e for e in root.iter("div") if e.get("class") == "predict" and SOURCE in e.attrib]
        if sheet is None or not boxes:
            return
        page = read_page(sheet.path)
        evidence = evidence_of(page)
        for box in boxes:
            source = box.get(SOURCE, "")
            line = _line(page, source)
            try:
                guesses = read(source)
                refuse_unprinted(guesses, page, line, evidence)
                _finish(box, sheet, source, guesses)
            except ValueError as error:
                raise PageError(sheet.shown, line, str(error)) from None


def _line(page: Page, source: str) -> int:
    return next((line for name, line in sources(page) if name == source), 1)


def refuse_unprinted(guesses: Guesses, page: Page, line: int, evidence: list[Evidence]) -> None:
    """Raise ValueError where no listing of the exercise, which is that of its solution, prints the answer."""
    answer, section = Decimal(guesses.answer), section_of(page, line)
    quantum = Decimal(1).scaleb(-guesses.digits)
    printed = [item for item in evidence if item.section == section and not item.exact]
    for item in printed:
        if answer in {item.value.quantize(quantum, mode) for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN)}:
            return
    raise ValueError(f"the exercise's solution prints no {guesses.answer}, which its box takes for right")


def _finish(box: ElementTree.Element, sheet: Sheet, source: str, guesses: Guesses) -> None:
    """Give a box its field, its button and its answers; raise ValueError where these do not fit."""
    words = sheet.words
    label = box.find("p")
    explained = box.find("dl")
    reasons = _reasons(explained)
    for name in [*guesses.wrong, *reasons]:
        if name not in reasons or name not in guesses.wrong:
            where = "the page does not explain" if name not in reasons else f"{source} does not print"
            raise ValueError(f"{where} the wrong answer {name}")
    box.tag = "bp-predict"
    box.attrib = {"answer": guesses.answer, "key": source.removesuffix(".py"), "data-search-exclude": ""}
    for child in list(box):
        box.remove(child)
    form = ElementTree.SubElement(box, "form", {"novalidate": ""})
    question = ElementTree.SubElement(form, "label")
    asked = ElementTree.SubElement(question, "span")
    asked.text = words.guess if label is None else label.text
    asked.extend([] if label is None else list(label))
    field = {
        "type": "text",
        "inputmode": "decimal",
        "autocomplete": "off",
        "spellcheck": "false",
        "size": "9",
    }
    ElementTree.SubElement(question, "input", {**field, "name": "guess"})
    button = ElementTree.SubElement(form, "button", {"type": "submit"})
    button.text = words.check_guess
    ElementTree.SubElement(box, "p", {"class": "said-of-guess", "role": "status"})
    for wrong, reason in reasons.items():
        reason.tag = "template"  # which a browser keeps and does not show
        reason.attrib = {"wrong": guesses.wrong[wrong]}
        box.append(reason)


def _reasons(explained: ElementTree.Element | None) -> dict[str, ElementTree.Element]:
    """Return the explanations in a definition list, by name."""
    found: dict[str, ElementTree.Element] = {}
    name = ""
    for element in [] if explained is None else list(explained):
        if element.tag == "dt":
            name = "".join(element.itertext()).strip()
        elif name in found:
            raise ValueError(f"the wrong answer {name} is explained twice")
        else:
            found[name] = element
    return found
