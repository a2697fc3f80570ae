"""Equations: numbered, given their ids, typeset."""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

from bookkit.drawings.live import linked
from bookkit.markdown.marks import mark_display, mark_false, mark_inline
from bookkit.markdown.work import Step
from bookkit.markdown.wrong_forms import mark_wrong, warned
from bookkit.pages.desk import Sheet
from bookkit.pages.search import marked
from bookkit.pages.source import Equation, PageError
from bookkit.proof.page import Proof, claims_of, notation_of, proofread
from bookkit.proof.refuted import is_wrong_form
from bookkit.typesetting.katex import Formula, LatexError, typeset
from bookkit.typesetting.latex import readable

_WRAPPED = re.compile(r"\A\s*\\[(\[](.*)\\[)\]]\s*\Z", re.DOTALL)


class Maths(Step, Treeprocessor):
    """Typesets all formulas of a page in one batch."""

    def run(self, root: ElementTree.Element) -> None:
        """Replace each formula by its HTML, and mark it with what the proof-reader found.

        Raises PageError for LaTeX that KaTeX refuses and, except under `mkdocs serve`, for a false equation.
        """
        elements = [e for e in root.iter() if e.get("class") == "arithmatex"]
        originals = [_original(e) for e in elements]
        sheet = self.work.sheet
        if sheet is None:
            self._typeset(elements, originals, [None] * len(elements))
            return
        proof = proofread(sheet.path)
        places = locate(sheet, proof.page.equations, originals, Counter(map(_squeeze, self.work.generated)))
        equations = [None if place is None else proof.page.equations[place] for place in places]
        self._typeset(elements, originals, equations)
        for element, place in zip(elements, places, strict=True):
            if place is not None and place in proof.refuted:
                mark_wrong(element, sheet, proof.refuted[place], self._store)
            elif place is not None:
                mark(element, sheet, proof, place)

    def _typeset(
        self, elements: list[ElementTree.Element], originals: list[str], sources: Sequence[Equation | None]
    ) -> None:
        numbers = dict(self.work.numbers.equations)
        formulas: list[Formula] = []
        for element, latex in zip(elements, originals, strict=True):
            text, labels = readable(latex, numbers)
            names = self.work.linked.get(element)
            formulas.append(
                Formula(text, element.tag == "div")
                if names is None
                else Formula(linked(text, names), element.tag == "div", linked=True)
            )
            if labels:
                element.set("id", labels[0])
                for label in labels[1:]:
                    ElementTree.SubElement(element, "a", {"id": label, "class": "row-anchor"})
        for element, source, result in zip(elements, sources, typeset(formulas), strict=True):
            if isinstance(result, LatexError):
                raise _complaint(self.work.sheet, source, result)
            if source is not None and is_wrong_form(source) and self.work.sheet is not None:
                result = warned(result, self.work.sheet.words, source)
            frame(element, self._store(result))

    def _store(self, typeset_formula: str) -> str:
        return self.md.htmlStash.store(marked(typeset_formula))


def frame(element: ElementTree.Element, typeset_formula: str) -> None:
    """Put a typeset formula into its element: a div holds a displayed one, a span one in the text."""
    if element.tag == "div":
        element.attrib |= {"class": "equation", "data-search-exclude": ""}
        element.text = None
        scroller = ElementTree.Element("div", {"class": "typeset"})
        scroller.text = typeset_formula
        element.insert(0, scroller)
    else:
        element.set("class", "formula")
        element.text = typeset_formula


def mark(element: ElementTree.Element, sheet: Sheet, proof: Proof, place: int) -> None:
    """Mark an equation with what the proof-reader found.

    Raises PageError for a false one, except under `mkdocs serve`, where it is shown.
    """
    equation, verdict = proof.equations[place]
    if verdict.status == "true" and not claims_of(verdict):
        return
    if verdict.status in ("false", "error"):
        if not sheet.serving:
            raise PageError(sheet.shown, equation.line, f"{equation.latex}\n{verdict.message}")
        mark_false(element, f"{sheet.shown}:{equation.line}\n{verdict.message}")
    elif element.tag == "div":
        mark_display(element, sheet, verdict, notation_of(proof.page, equation))
    else:
        mark_inline(element, sheet, verdict)


def _original(element: ElementTree.Element) -> str:
    """Return the LaTeX as the author wrote it; arithmatex escapes it and wraps it."""
    match = _WRAPPED.match(html.unescape(element.text or ""))
    assert match is not None, element.text
    return match[1].strip()


def _squeeze(latex: str) -> str:
    return re.sub(r"\s+", " ", latex).strip()


def locate(
    sheet: Sheet, equations: Sequence[Equation], originals: list[str], generated: Counter[str]
) -> list[int | None]:
    """Return which equation of the file each formula is, None for those that the press wrote itself.

    Raises PageError where the file and the page differ, so that no formula is overlooked.
    """
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, equation in enumerate(equations):
        waiting[_squeeze(equation.latex)].append(place)
    found: list[int | None] = []
    for latex in map(_squeeze, originals):
        if generated[latex] > 0:
            generated[latex] -= 1
            found.append(None)
        elif waiting[latex]:
            found.append(waiting[latex].popleft())
        else:
            message = f"the page shows a formula that its file does not contain: {latex}"
            raise PageError(sheet.shown, 1, message)
    left = sorted(place for queue in waiting.values() for place in queue)
    if left:
        first = equations[left[0]]
        remedy = (
            "put $$ on lines of their own, blank lines around" if first.display else "check its dollar signs"
        )
        raise PageError(
            sheet.shown, first.line, f"this formula would not be typeset ({remedy}): {first.latex}"
        )
    return found


def _complaint(sheet: Sheet | None, source: Equation | None, error: LatexError) -> ValueError:
    rest = "" if error.position is None else _squeeze(error.latex[error.position :][:30])
    place = f" at `{rest}`" if rest else ""
    message = f"KaTeX cannot typeset `{_squeeze(error.latex)}`: {error.message}{place}"
    if sheet is None or source is None:
        return LatexError(message, error.latex, error.position)
    offset = _lines_before(source.latex, error)
    return PageError(sheet.shown, source.line + offset, message)


def _lines_before(original: str, error: LatexError) -> int:
    """Return on which line of a formula the error stands, seen in the author's text."""
    if error.position is None:
        return 0
    rest = error.latex[error.position :][:20]
    at = original.find(rest) if rest else -1
    return original.count("\n", 0, at) if at > 0 else 0
