"""Equations: numbered, given their ids, typeset."""

from __future__ import annotations

import html
import re
from collections import defaultdict, deque
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from bookkit.desk import Sheet
from bookkit.katex import Formula, LatexError, typeset
from bookkit.markdown.work import Work
from bookkit.source import Equation, PageError, read_page

_WRAPPED = re.compile(r"\A\s*\\[(\[](.*)\\[)\]]\s*\Z", re.DOTALL)
_COMMENT = re.compile(r"(?<!\\)%[^\n]*(?:\n|\Z)")
_LABEL = re.compile(r"\s*\\label\{([^{}]*)\}")
_ALIGN = re.compile(r"\\(begin|end)\{(align|gather|equation)\}")


def readable(latex: str, numbers: dict[str, str]) -> tuple[str, list[str]]:
    r"""Return LaTeX that KaTeX reads, and the labels that stood in it.

    Comments go; `\label` becomes the `\tag` with its number unless its row has a tag of its own;
    environments that would number themselves lose that.
    """
    latex = _ALIGN.sub(r"\\\1{\2*}", _COMMENT.sub("", latex))
    labels: list[str] = []
    rows = []
    for row in re.split(r"(\\\\)", latex):
        found = _LABEL.findall(row)
        labels += found
        bare = _LABEL.sub("", row)
        if found and r"\tag" not in row:
            tag = rf"\tag{{{numbers[found[0]]}}}"
            end = bare.rfind(r"\end{")
            bare = bare + tag if end < 0 or "aligned" in bare[end:] else f"{bare[:end]}{tag} {bare[end:]}"
        rows.append(bare)
    return "".join(rows).strip(), labels


class Maths(Treeprocessor):
    """Typesets all formulas of a page in one batch."""

    def __init__(self, md: Markdown, work: Work) -> None:
        super().__init__(md)
        self.work = work

    def run(self, root: ElementTree.Element) -> None:
        """Replace each formula by its HTML; raise PageError for LaTeX that KaTeX refuses."""
        elements = [e for e in root.iter() if e.get("class") == "arithmatex"]
        sheet = self.work.sheet
        originals = [_original(e) for e in elements]
        sources = _locate(sheet, originals) if sheet is not None else [None] * len(elements)
        numbers = dict(self.work.numbers.equations)
        formulas: list[Formula] = []
        for element, latex in zip(elements, originals, strict=True):
            text, labels = readable(latex, numbers)
            formulas.append(Formula(text, element.tag == "div"))
            if labels:
                element.set("id", labels[0])
                for label in labels[1:]:
                    ElementTree.SubElement(element, "a", {"id": label, "class": "row-anchor"})
        for element, source, result in zip(elements, sources, typeset(formulas), strict=True):
            if isinstance(result, LatexError):
                raise _complaint(sheet, source, result)
            element.set("class", "equation" if element.tag == "div" else "formula")
            if element.tag == "div":
                element.set("data-search-exclude", "")
            element.text = self.md.htmlStash.store(_once_in_search(result))


def _once_in_search(formula: str) -> str:
    """Keep the MathML out of the search index, which would hold each inline formula three times."""
    return formula.replace(
        '<span class="katex-mathml">', '<span class="katex-mathml" data-search-exclude>', 1
    )


def _original(element: ElementTree.Element) -> str:
    """Return the LaTeX as the author wrote it; arithmatex escapes it and wraps it."""
    match = _WRAPPED.match(html.unescape(element.text or ""))
    assert match is not None, element.text
    return match[1].strip()


def _squeeze(latex: str) -> str:
    return re.sub(r"\s+", " ", latex).strip()


def _locate(sheet: Sheet, originals: list[str]) -> list[Equation | None]:
    """Return where each formula stands in the file; raise PageError where file and page differ."""
    waiting: defaultdict[str, deque[Equation]] = defaultdict(deque)
    for equation in read_page(sheet.path).equations:
        waiting[_squeeze(equation.latex)].append(equation)
    found: list[Equation | None] = []
    for latex in originals:
        queue = waiting[_squeeze(latex)]
        if not queue:
            raise PageError(
                sheet.shown, 1, f"the page shows a formula that its file does not contain: {latex}"
            )
        found.append(queue.popleft())
    left = [e for queue in waiting.values() for e in queue]
    if left:
        first = min(left, key=lambda e: e.line)
        kind = (
            "put $$ on lines of their own with blank lines around"
            if first.display
            else "check its dollar signs"
        )
        raise PageError(sheet.shown, first.line, f"this formula would not be typeset ({kind}): {first.latex}")
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
