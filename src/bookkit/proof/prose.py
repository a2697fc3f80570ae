"""Numbers in the text: each is one that a listing of the page prints or contains.

Judged are, wherever readers meet them (running text, headings, tables, footnotes, captions, titles, texts
of images, the page's description, code spans, comments in the listings shown, text drawn in the figures,
formulas without a relation):

- every number with a fractional part: `0.9526`, `−1.5`, `2.4e-8`, `10⁻⁸`, `3/4`, `¾`;
- every percentage: `92.5 %` and `40 %`, which are 0.925 and 0.4;
- a whole number from 13 on; a smaller one from 3 on where it counts things of the book (`5 epochs`) or shares
  its sentence with a decimal.

A number must be, rounded to the digits shown, a printed output (`#> …`) or a number in the code of a listing
that the page includes; in a lab, of one of its cells. A half is rounded away from 0, cutting
digits off is not, and neither are more digits than were printed, or a zero for a number that is not zero. The
sign counts. A rounded number that could as well be a misprint of another needs more digits (0.1193, which
is 0.119313, where 0.1192 is printed too). What only another section of the page shows is held to the same:
it could be a misprint of a number that stands there too. A section is what follows a heading, or an exercise
with its solution. A whole number may also be one that a formula of the page holds, whose claims are judged.

What is no such number is told by its form, not by a mark:

- dotted triples and longer (`1.2.3`) are no decimals;
- a version stands right behind the name of a program and is one that the book is made with (`Python 3.11`);
- a whole number that is part of a name (`BP1`, `float32`) or of an address, and a year (`in 1986`).

A number of a chapter, figure or equation is never typed (the press counts), so there is no exception for one.
Data that no listing holds is marked, one number a mark: `[0.05]{.given}`.
"""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bookkit.numbers.code import tokens_of
from bookkit.numbers.evidence import (
    Evidence,
    Evidences,
    code_shown,
    evidence_of,
    figure_source,
    literals,
    section_of,
)
from bookkit.numbers.judging import NumberVerdict, given, is_whole, judge
from bookkit.numbers.reading import Number, read_numbers
from bookkit.numbers.told import UNIT, numbers_to_judge, plain
from bookkit.pages.source import Page
from bookkit.paths import shown
from bookkit.proof.refuted import without_wrong_forms
from bookkit.seeing.parts import CODE, FORMULA, GIVEN, PIECES, VERBATIM, Seen, Text
from bookkit.seeing.reader import as_a_number
from bookkit.seeing.seen import look_at

_IMAGE = re.compile(r"!\[[^\]]*\]\((?P<target>[^)\s]*figures/(?P<name>[^)\s]+)\.svg)[^)]*\)")
_RELATION = re.compile(
    r"[=<>]|\\(?:coloneqq|approx|l[et]|leq|leqslant|g[et]|geq|geqslant|leftarrow|gets|to|in|propto|neq?|ll|gg|equiv|sim)(?![A-Za-z])"
)
# A typed matrix or number of which only the shape is claimed.
_SHAPED = re.compile(
    r"(?P<value>\\begin\{(?P<kind>\w*matrix|array)\}(?:(?!\\begin|\\end).)*\\end\{(?P=kind)\}|-?\d+\.\d+)"
    r"(?:\^\S*)?\s*(?:&\s*)?\\in(?![A-Za-z])\s*\\mathbb\s*\{?R",
    re.DOTALL,
)
_MATRIX_EDGE = re.compile(r"\\(?:begin|end)\{\w+\}(?:\{[lcr|]*\})?|&")
_MATHS_NUMBER = re.compile(r"\{,\}|\\[,;: !]|\{\.\}")
_LATEX_COMMENT = re.compile(r"(?<!\\)%.*")
# A number that continues in a code span, a formula or a mark would be read in parts.
_SPLIT = re.compile(
    rf"\d\.?[{CODE}{GIVEN}{VERBATIM}]|[{CODE}{GIVEN}{VERBATIM}]\.?\d|\d\.{FORMULA}|{FORMULA}\.\d"
)


def _verdicts(
    path: Path, line: int | Text, text: str, evidence: Evidences, section: int | Page
) -> Iterator[NumberVerdict]:
    for number in numbers_to_judge(plain(text), isinstance(line, Text) and line.heard):
        at = line.line(number.start) if isinstance(line, Text) else line
        part = section_of(section, at) if isinstance(section, Page) else section
        wrong = judge(number, evidence, part)
        message = f"{shown(path)}:{at}: {wrong}" if wrong else f"{number.text} is printed"
        yield NumberVerdict(at, number.text, "false" if wrong else "true", message, path, number, part)


def _prose(page: Page, seen: Seen, evidence: Evidences) -> Iterator[NumberVerdict]:
    for text, line in seen.given:
        yield given(page.path, line, text)
    for passage in seen.texts:
        yield from _verdicts(page.path, passage, passage.text, evidence, page)
        for match in _SPLIT.finditer(passage.text):
            line = passage.line(match.start())
            around = re.sub(PIECES, "…", passage.text[max(match.start() - 10, 0) : match.end() + 10]).strip()
            message = f"{shown(page.path)}:{line}: a number is split by a mark, in “{around}”: mark all of it"
            yield NumberVerdict(line, around, "false", message, page.path)


def _code_spans(page: Page, seen: Seen, evidence: Evidences) -> Iterator[NumberVerdict]:
    """Decimals in code spans, unless the page's listings hold the very span."""
    known = re.sub(r"\s+", "", "\n".join(code for _, code, _, _ in code_shown(page)))
    for code in () if page.front_matter.get("quoted_code") else seen.codes:
        if re.sub(r"\s+", "", code.text) not in known:
            for verdict in _verdicts(page.path, code.line, code.text, evidence, page):
                number = verdict.number
                named = number is not None and re.search(r"[A-Za-z]-?\Z", code.text[: number.start])
                if number is not None and number.fractional and number.ratio is None and not named:
                    yield verdict


def _of_formulas(page: Page) -> Iterator[Evidence]:
    """The whole numbers and fractions in formulas with a relation, which are judged there.

    What is shown as wrong bears out nothing.
    """
    for equation in without_wrong_forms(page).equations:
        latex = _LATEX_COMMENT.sub("", equation.latex)
        if _RELATION.search(latex):
            place, section = f"a formula, {shown(page.path)}:{equation.line}", section_of(page, equation.line)
            for number in read_numbers(_readable(latex)):
                if number.ratio is not None or not number.fractional:
                    yield Evidence(number.value, number.text, place, exact=True, section=section)


def _readable(latex: str) -> str:
    r"""A formula's numbers as a text shows them: `3 \cdot 10^{-5}` is 3·10^-5, `\mathbf{0}.74` is 0.74."""
    text = re.sub(r"\\\\(?:\[[^\]]*\])?", " ", latex)  # the end of a line
    text = re.sub(r"(?<=\d)(?:\\[,;: !])+(?!\d)", " ", text)
    text = _MATHS_NUMBER.sub(lambda match: {"{,}": ",", "{.}": "."}.get(match[0], ""), text)
    text = re.sub(
        r"\\[dt]?frac\s*\{\s*(\d+)\s*\}\s*\{\s*(\d+)\s*\}|\\[dt]?frac\s*(\d)\s*(\d)", _typed_ratio, text
    )
    text = re.sub(r"\\(?:[dtc]?frac|binom)\s*\{([^{}]*)\}", r" \1 ", text)
    text = re.sub(r"\\(?:cdot|times|ast)(?![A-Za-z])\s*", "·", text)
    text = text.replace(r"\%", "%").replace("~", " ")
    text = re.sub(
        r"\\(?:math|text|oper)[a-z]*\s*\{|\\(?:rm|bf|it|sf|tt)\b\s*|\\(?:big|Big)[lr]?\s*|[{}]", "", text
    )
    return re.sub(r"\\(?:[A-Za-z]+|.)", " ", text)


def _typed_ratio(match: re.Match[str]) -> str:
    return f" {match[1] or match[3]}/{match[2] or match[4]} "


def _bare_formulas(page: Page, evidence: Evidences) -> Iterator[NumberVerdict]:
    """A formula without a relation claims nothing; a decimal in it is read like any other.

    The same holds for the decimals of a matrix of which only the shape is claimed.
    """
    for equation in page.equations:
        latex = _LATEX_COMMENT.sub("", equation.latex)
        section = section_of(page, equation.line)
        for text in _unclaimed(latex, display=equation.display):
            for number in numbers_to_judge(text):
                counted = UNIT.match(text, number.start + len(number.text)) is not None
                if number.ratio is None and (number.fractional or number.percent or counted):
                    yield _bare(page, equation.line, number, evidence, section)


def _unclaimed(latex: str, *, display: bool) -> Iterator[str]:
    """The parts of a formula, as texts, whose numbers no relation of the formula speaks of."""
    if not _RELATION.search(latex):
        if display or as_a_number(latex.strip()) is None:
            yield _readable(latex)
        return
    for match in _SHAPED.finditer(latex):
        before = re.sub(r"(?:\\q?quad|&|\s)+\Z", "", latex[: match.start()])
        if not re.search(r"(?:[=<>+*/(-]|\\[A-Za-z]+)\Z", before) or before.endswith(r"\\"):
            yield _readable(_MATRIX_EDGE.sub(" ", match["value"]))


def _bare(page: Page, line: int, number: Number, evidence: Evidences, section: int) -> NumberVerdict:
    """The verdict on a number in a formula, whose sign may be taken for that of a sum."""
    wrong = judge(number, evidence, section)
    if wrong and judge(replace(number, value=-number.value), evidence, section) is None:
        wrong = None
    message = f"{shown(page.path)}:{line}: {wrong}" if wrong else f"{number.text} is printed"
    return NumberVerdict(line, number.text, "false" if wrong else "true", message, page.path, number, section)


def _comments(page: Page, evidence: Evidences) -> Iterator[NumberVerdict]:
    for path, code, first, line in code_shown(page):
        for token in tokens_of(code):
            if token.type == tokenize.COMMENT and not token.string.startswith("#>"):
                yield from _verdicts(
                    path, first + token.start[0] - 1, token.string, evidence, section_of(page, line)
                )


# What a command installs, starts or fetches has a version; that is none of the book's numbers.
_VERSIONS = re.compile(
    r"(?:(?:[=<>~!]=|[<>]|@)\s*|[A-Za-z_:]-?)\d+(?:\.\d+)+(?:[a-z]+\d*)?|\b\d+(?:\.\d+){2,}\S*"
    r"|\S*[/\\]\S*"
)


def _beside_commands(page: Page, evidence: Evidences) -> Iterator[NumberVerdict]:
    """Numbers in the comments beside typed commands and settings, and decimals in these themselves."""
    for fence in page.fences:
        if fence.language not in ("md", "markdown"):
            for number, line in enumerate(fence.text.split("\n"), start=fence.line + 1):
                body, _, comment = f" {line}".partition(" #")
                section = section_of(page, number)
                yield from _verdicts(page.path, number, comment, evidence, section)
                for verdict in _verdicts(page.path, number, _VERSIONS.sub(" ", body), evidence, section):
                    if verdict.number is not None and (verdict.number.fractional or verdict.number.percent):
                        yield verdict


def _typed(node: ast.AST) -> Iterator[ast.Constant]:
    """The strings in a piece of code that are typed; of an f-string the parts between the values."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(node, ast.FormattedValue) or child is node.value:
            yield from _typed(child)


def _drawn(page: Page, evidence: Evidences) -> Iterator[NumberVerdict]:
    """Text that a figure's snippet draws, where it is typed and not computed."""
    for name, line in dict(reversed(_figures(page))).items():
        path = figure_source(name)
        if path.is_file():
            for constant in _typed(ast.parse(path.read_text(encoding="utf-8"))):
                text = re.sub(r"[$\\]", " ", str(constant.value))
                yield from _verdicts(path, constant.lineno, text, evidence, section_of(page, line))


def _figures(page: Page) -> list[tuple[str, int]]:
    """The figures that the page shows and where (not those in code that shows how to write one)."""
    return [
        (match["name"], number)
        for number, line in enumerate(page.text.split("\n"), start=1)
        if number not in page.fenced
        for match in _IMAGE.finditer(line)
        if "`" not in match[0]
    ]


def check_numbers(page: Page, seen: Seen | None = None) -> list[NumberVerdict]:
    """Judge every number that readers of the page see and no equation claims, as the module says which.

    Raises PageError for a listing that does not exist.
    """
    seen = look_at(page) if seen is None else seen
    evidence = evidence_of(page)
    formulas = list(_of_formulas(page))
    whole = Evidences([*evidence, *_of_figures(page), *formulas])
    found = [
        *_prose(page, seen, whole),
        *_code_spans(page, seen, evidence),
        *_bare_formulas(page, whole),
        *_comments(page, whole),
        *_beside_commands(page, whole),
        *_drawn(page, evidence),
    ]
    return sorted(found, key=lambda verdict: (verdict.path != page.path, verdict.line))


def _of_figures(page: Page) -> Iterator[Evidence]:
    """The whole numbers in the code of the figures that the page shows, such as where an axis ends."""
    for name, line in _figures(page):
        path = figure_source(name)
        if path.is_file():
            section = section_of(page, line)
            for item in literals(path.read_text(encoding="utf-8"), shown(path), 1):
                if is_whole(item.value):
                    yield replace(item, section=section)
