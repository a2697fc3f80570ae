"""Numbers in the text: each is one that a listing of the page prints or contains.

A number with a fractional part (`0.9526`, `−1.5`, `92.5 %`, `2.4e-8`, `10⁻⁸`) in running text, headings,
tables, captions and image alt texts must be, rounded to the digits shown, a printed output (`#> …`) or a
number in the code of a listing that the page includes; in a lab, of one of its cells. Rounding a half up or
to even is both accepted, cutting digits off is not, and neither are more digits than were printed, or a zero
for a number that is not zero. The sign counts. `92.5 %` is 0.925. A rounded number that could as well be a
misprint of another needs more digits (0.1193, which is 0.119313, where 0.1192 is printed too). What only
another section of the page shows is held to the same: it could be a misprint of a number that stands there
too. A section is what follows a heading, or an exercise with its solution.

Held to the same rule, because readers see them and nothing else judges them: comments in the listings
shown, text drawn in the page's figures, and formulas that are only a number, without a relation.

What is no such number is told by its form, not by a mark:

- dotted triples and longer (`1.2.3`) are no decimals; nor is what follows the letter v (`v1.6`);
- a version stands right behind the name of a program (`Python 3.11`, `NumPy ≥ 2.0`, `Python 3.11–3.14`) and
  has at most two digits after its point;
- code, formulas with a relation (`bookkit.equations` judges them), link targets, HTML tags, comments,
  attribute lists and front matter are not running text.

A number of a chapter, figure or equation is never typed (the press counts), so there is no exception for one.
Data that no listing holds is marked, one number a mark: `[0.05]{.given}`.
"""

from __future__ import annotations

import ast
import bisect
import html
import io
import re
import textwrap
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from pathlib import Path

from bookkit import labs
from bookkit.library import UnknownNameError, source_of
from bookkit.paths import MEASUREMENTS, SNIPPETS, included, shown
from bookkit.source import Fence, Page, PageError, text_of

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_GAP = ",\u00a0\u2009\u202f"
_POWER = r"10(?:(?P<{0}high>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|\^\{{?(?P<{0}caret>[-+−–]?\d+)\}}?)"  # 10⁻⁸, 10^-8, 10^{-8}
_NUMBER = re.compile(
    rf"""
    (?P<word>\bminus\s+)?
    (?P<sign>(?<![\w)\]}}%.])[-+−–])?
    (?<![\d.])
    (?:
        {_POWER.format("bare")}
      | (?P<mantissa>(?:\d{{1,3}}(?:[{_GAP}]\d{{3}})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)
        (?:[eE](?P<exponent>[-+−–]?\d+)\b|\s?[×·*]\s?{_POWER.format("after")})?
    )
    (?!\.?\d)
    (?P<percent>\s?%|\s+per\s?cent\b)?
    """,
    re.VERBOSE,
)
_PROGRAMS = (
    "Python|NumPy|numpy|MkDocs|Material|Material for MkDocs|KaTeX|MathJax|Node|Node.js|SymPy|SciPy|pip"
    "|PyTorch|TensorFlow|JAX|CUDA|scikit-learn|[Mm]atplotlib|autograd|pytest|WCAG|HTML|Unicode|Debian|Chromium"
)
_RELEASE = r"[1-9]\d*\.\d{1,2}(?![\d%])"
_VERSION = re.compile(
    rf"(?<![\w-])(?:(?:{_PROGRAMS})\s+(?:version\s+)?(?:[<>=≤≥~]=?\s*)?v?|[vV]){_RELEASE}"
    rf"(?:\s?(?:–|to)\s?{_RELEASE})?"
)
_TRIPLE = re.compile(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d.])")
_ADDRESS = re.compile(r"https?://\S+")
_ATTRIBUTES = re.compile(
    r"\{:?\s*(?:[#.][\w.:-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[\w.-]+))(?:\s+[^{}\n]*)?\}|^\s+attrs:.*$"
)
_GIVEN = re.compile(r"\[(?P<text>[^\[\]]*)\]\{\s*\.given\s*\}")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!])")
_IMAGE = re.compile(r"!\[[^\]]*\]\((?P<target>[^)\s]*figures/(?P<name>[^)\s]+)\.svg)[^)]*\)")
_RELATION = re.compile(
    r"[=<>]|\\(?:coloneqq|approx|l[et]|leq|leqslant|g[et]|geq|geqslant|leftarrow|gets|to|in|propto|neq?|ll|gg|equiv|sim)(?![A-Za-z])"
)
_COMMANDS = re.compile(r"\\(?:[dt]?frac|cdot|times|text|mathrm|left|right|quad|sqrt|bigl?|bigr)(?![A-Za-z])")
_SECTION = re.compile(r"#{1,6}\s|!!! exercise\b")
_MATHS_NUMBER = re.compile(r"\{,\}|\\[,;: !]")


@dataclass(frozen=True)
class Number:
    """A number as the text shows it: what stands there and what it means (a percentage undivided)."""

    text: str
    value: Decimal
    percent: bool = False
    start: int = 0

    @property
    def fractional(self) -> bool:
        """Whether digits after the point are shown (also by a negative power of ten)."""
        exponent = self.value.as_tuple().exponent
        return isinstance(exponent, int) and exponent < 0


@dataclass(frozen=True)
class Evidence:
    """A number that a listing prints or holds; `exact` where it is written in code."""

    value: Decimal
    text: str
    origin: str
    exact: bool
    percent: bool = False
    section: int = 0

    def __str__(self) -> str:
        return f"{self.text} ({'in' if self.exact else 'printed by'} {self.origin})"


@dataclass(frozen=True)
class NumberVerdict:
    """What is said of one number, and where it stands; `status` is "true", "false" or "given"."""

    line: int
    text: str
    status: str
    message: str
    path: Path
    number: Number | None = None
    section: int = 0


def _decimal(match: re.Match[str]) -> Decimal:
    mantissa = re.sub(f"[{_GAP}]", "", match["mantissa"] or "1")
    power = next(
        (match[n] for n in ("exponent", "afterhigh", "aftercaret", "barehigh", "barecaret") if match[n]), "0"
    )
    return Decimal(f"{mantissa}e{power.translate(_DIGITS)}")


def read_numbers(text: str) -> list[Number]:
    """Return all numbers that stand in a line of text, whole ones too."""
    numbers = []
    for match in _NUMBER.finditer(text):
        value = _decimal(match)
        before = text[: match.start()].rstrip()
        worded = match["word"] and not before[-1:].isdigit()
        if worded or (match["sign"] or "+") != "+":
            value = -value
        start = match.start("sign") if match["sign"] else match.start()
        if match["word"] and not match["sign"]:
            start = match.end("word")
        numbers.append(Number(text[start : match.end()].strip(), value, bool(match["percent"]), start))
    return numbers


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


def _plain(text: str) -> str:
    """The line as readers see it: entities and escapes resolved, attributes, addresses and versions gone."""
    text = _ESCAPE.sub(r"\1", html.unescape(text))
    for pattern in (_ATTRIBUTES, _ADDRESS, _VERSION, _TRIPLE):
        text = _blank(text, pattern)
    return text


def _file(name: str) -> Path:
    """The file of an included listing: a snippet, or a measurement that a benchmark has written down."""
    path = included(name, (SNIPPETS, MEASUREMENTS))
    if path is None:
        raise FileNotFoundError(name)
    return path


def _is_code(target: str) -> bool:
    return target.startswith("backprop.") or target.partition(":")[0].endswith(".py")


def _code_of(target: str) -> tuple[str, str, int]:
    """A listing's text, the name by which messages call it, and the number of its first line."""
    if target.startswith("backprop."):
        return source_of(target), target, 1
    name, _, part = target.partition(":")
    path = _file(name)
    lines = path.read_text(encoding="utf-8").splitlines()
    first, last = 0, len(lines)
    if section := re.fullmatch(r"[A-Za-z_][\w-]*", part):
        marks = [re.search(rf"-+8<-+\s*\[\s*(start|end)\s*:\s*{section[0]}\s*\]", line) for line in lines]
        first = next(i for i, mark in enumerate(marks) if mark and mark[1] == "start") + 1
        last = next(i for i, mark in enumerate(marks) if mark and mark[1] == "end")
    elif bounds := re.fullmatch(r"(\d*):?(\d*)", part):
        first, last = int(bounds[1] or 1) - 1, int(bounds[2] or last)
    return "\n".join(lines[first:last]), shown(path), first + 1


def _tokens(code: str) -> Iterator[tokenize.TokenInfo]:
    """The tokens of a piece of code, as far as they can be read (a section may begin or end anywhere)."""
    try:
        yield from tokenize.generate_tokens(io.StringIO(textwrap.dedent(code) + "\n").readline)
    except (tokenize.TokenError, IndentationError):
        return


_VALUE_ENDS = (tokenize.NAME, tokenize.NUMBER, tokenize.STRING)
_KEYWORDS = {"return", "in", "and", "or", "not", "if", "else", "lambda", "yield", "assert", "is"}


def _literals(code: str, origin: str, first: int) -> Iterator[Evidence]:
    before: list[tokenize.TokenInfo] = []
    for token in _tokens(code):
        if token.type == tokenize.NUMBER and token.string[-1] not in "jJ" and "x" not in token.string.lower():
            negative = len(before) > 0 and before[-1].string == "-" and not _ends_a_value(before[:-1])
            value = Decimal(token.string.replace("_", ""))
            sign = "-" if negative else ""
            place = f"{origin}:{first + token.start[0] - 1}"
            yield Evidence(-value if negative else value, sign + token.string, place, exact=True)
        if token.type not in (tokenize.NL, tokenize.COMMENT):
            before = [*before[-1:], token]


def _ends_a_value(tokens: list[tokenize.TokenInfo]) -> bool:
    """Whether a minus after these tokens subtracts."""
    if not tokens:
        return False
    last = tokens[-1]
    return (last.type in _VALUE_ENDS and last.string not in _KEYWORDS) or last.string in (")", "]", "}")


def _printed_lines(code: str) -> Iterator[tuple[int, str]]:
    """Lines of output in a listing: `#> …`, or a string that stands alone, directly under a print."""
    statement = last = ""
    for token in _tokens(code):
        if token.type == tokenize.NEWLINE:
            statement, last = "", statement
        elif token.type == tokenize.COMMENT and not statement and last == "print":
            if token.string.startswith("#>"):
                yield token.start[0], token.string[2:]
        elif token.type == tokenize.STRING and not statement and last == "print":
            for offset, line in enumerate(token.string.strip("\"'").split("\n")):
                yield token.start[0] + offset, line
        if token.type in (tokenize.NAME, tokenize.OP, tokenize.NUMBER, tokenize.STRING):
            statement = statement or token.string


def evidence_of(page: Page) -> list[Evidence]:
    """Return what the page's listings print and the numbers in their code.

    Raises PageError, naming the line, for a listing that does not exist.
    """
    if labs.is_lab(page.path):
        return _evidence_of_lab(page)
    found: list[Evidence] = []
    for listing in page.listings:
        code, origin, first = _read(page, listing.target, listing.line)
        section = section_of(page, listing.line)
        is_code = _is_code(listing.target)
        for line, text in _printed_lines(code) if is_code else enumerate(code.split("\n"), start=1):
            found += _printed_evidence(text, f"{origin}:{first + line - 1}", section)
        if is_code:
            found += (replace(item, section=section) for item in _literals(code, origin, first))
    return found


def _evidence_of_lab(page: Page) -> list[Evidence]:
    """What the cells of a lab hold and print; it is run only if there is a number to look for."""
    code = labs.as_code(page.path.read_text(encoding="utf-8"))
    found = list(_literals(code, shown(page.path), 1))
    comments = [token.string for token in _tokens(code) if token.type == tokenize.COMMENT]
    seen = [_plain(text) for text in [*(line.text for line in page.prose), *comments]]
    if any(number.fractional for text in seen for number in read_numbers(text)):
        try:
            printed = labs.printed(page.path)
        except labs.LabError as error:
            raise PageError(page.path, error.line, str(error)) from None
        found += _printed_evidence(printed, shown(page.path), section=0)
    return found


def _printed_evidence(text: str, origin: str, section: int) -> list[Evidence]:
    return [
        Evidence(number.value, number.text, origin, exact=False, percent=number.percent, section=section)
        for number in _printed_numbers(text)
    ]


@lru_cache(maxsize=64)
def _section_starts(text: str, fences: tuple[Fence, ...]) -> tuple[int, ...]:
    code = _lines_of(fences)
    lines = enumerate(text.splitlines(), start=1)
    return tuple(number for number, line in lines if number not in code and _SECTION.match(line))


def _lines_of(fences: tuple[Fence, ...]) -> set[int]:
    return {fence.line + offset for fence in fences for offset in range(1, fence.text.count("\n") + 1)}


def section_of(page: Page, line: int) -> int:
    """The part of a page that a line stands in: what follows a heading, or an exercise with its solution.

    A lab is one part, since what it prints is not told apart by cells.
    """
    if labs.is_lab(page.path):
        return 0
    text = text_of(page.path) if page.path.is_file() else ""
    return bisect.bisect_right(_section_starts(text, page.fences), line)


def _printed_numbers(text: str) -> Iterator[Number]:
    """The numbers of a printed line; numpy prints `2.` for 2.0, and names may hold digits (`x1`)."""
    for number in read_numbers(re.sub(r"(?<=\d)\.(?!\d)", ".0", text)):
        if not re.search(r"[A-Za-z_]$", text[: number.start]):
            yield number


def _read(page: Page, target: str, line: int) -> tuple[str, str, int]:
    try:
        return _code_of(target)
    except UnknownNameError as error:
        raise PageError(page.path, line, str(error)) from None
    except (OSError, StopIteration):
        raise PageError(page.path, line, f"there is no listing {target} in snippets/") from None


def _quantum(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def _rounded(value: Decimal, exponent: int, mode: str) -> Decimal:
    with localcontext() as context:
        context.prec = 400
        return value.quantize(Decimal(1).scaleb(exponent), mode)


def _scaled(number: Number, evidence: Evidence) -> list[Decimal]:
    """The evidence in the unit of the number: a share may be shown in percent and the other way round."""
    values = [evidence.value]
    if number.percent and not evidence.percent:
        values.append(evidence.value.scaleb(2))
    if evidence.percent and not number.percent:
        values.append(evidence.value.scaleb(-2))
    return values


def agrees(number: Number, evidence: Evidence) -> bool:
    """Whether the number is the evidence, rounded to the digits shown."""
    places = _quantum(number.value)
    return any(
        _quantum(value) <= places
        and (number.value != 0 or value == 0)
        and any(_rounded(value, places, mode) == number.value for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN))
        for value in _scaled(number, evidence)
    )


def _distance(number: Number, evidence: Evidence) -> Decimal:
    """How far the two are apart, as a share of the larger."""
    return min(
        abs(value - number.value) / max(abs(value), abs(number.value), Decimal("1e-300"))
        for value in _scaled(number, evidence)
    )


def _explain(number: Number, evidence: list[Evidence]) -> str:
    """Why no evidence agrees: the closest mistake by name, else the nearest numbers."""
    opposite = Number(number.text, -number.value, number.percent)
    places = _quantum(number.value)
    for item in sorted(evidence, key=lambda e: _distance(number, e)):
        for value in _scaled(number, item):
            if value == number.value:
                return f"shows more digits than {item}"
            if number.value == 0 and _rounded(value, places, ROUND_HALF_UP) == 0:
                return f"shows none of the digits of {item}"
            if value != number.value and _rounded(value, places, ROUND_DOWN) == number.value:
                rounded = _rounded(value, places, ROUND_HALF_UP)
                return f"is {item} cut off; rounded it is {rounded:f}"
        if number.value and agrees(opposite, item):
            return f"has the opposite sign of {item}"
    if not evidence:
        return "comes from nowhere: the page includes no listing with a number in it"
    nearest: dict[str, Evidence] = {}
    for item in sorted(evidence, key=lambda e: _distance(number, e)):
        nearest.setdefault(item.text, item)
    return "is no number of this page's listings; nearest: " + ", ".join(
        str(e) for e in [*nearest.values()][:3]
    )


def _misprints(number: Number) -> set[Decimal]:
    """What the number is if it is a misprint: last digit one off, sign lost, or two digits exchanged."""
    exponent = _quantum(number.value)
    step = Decimal(1).scaleb(exponent)
    sign, digits, _ = number.value.as_tuple()
    found = {number.value + step, number.value - step, -number.value}
    padded = (*[0] * (1 - exponent - len(digits)), *digits)
    for i in range(len(padded) - 1):
        swapped = (*padded[:i], padded[i + 1], padded[i], *padded[i + 2 :])
        found.add(Decimal((sign, swapped, exponent)))
    return found - {number.value}


def _shown_exactly(evidence: list[Evidence], places: int) -> dict[Decimal, Evidence]:
    return {item.value: item for item in evidence if _quantum(item.value) == places}


def judge(number: Number, evidence: list[Evidence], section: int | None = None) -> str | None:
    """Return why the number is wrong, None where a listing bears it out.

    A number that stands just so in a listing of its own section is right. A rounded one is, unless it could
    as well be a misprint of a number that stands in a listing with just as many digits; so is one that only
    another section shows.
    """
    near = [item for item in evidence if section is None or item.section == section]
    places = _quantum(number.value)
    if number.value in _shown_exactly(near, places):
        return None
    source = next((item for item in (*near, *evidence) if agrees(number, item)), None)
    reason = None if source else _explain(number, evidence)
    if source and (similar := _similar(number, evidence)):
        if source in near:
            reason = f"may be {source}, rounded, or a misprint of {similar}: show more digits"
        else:
            reason = (
                f"may be {source} of another section, or a misprint of {similar}: print it in this section"
            )
    if reason is None:
        return None
    remedy = f"Correct it, print it in a listing, or mark a datum: [{number.text}]{{.given}}"
    return f"{number.text} {reason}. {remedy}"


def _similar(number: Number, evidence: list[Evidence]) -> Evidence | None:
    """A number shown with as many digits of which this one may be a misprint."""
    exact = _shown_exactly(evidence, _quantum(number.value))
    return next((exact[value] for value in sorted(_misprints(number)) if value in exact), None)


def _given(path: Path, line: int, text: str) -> NumberVerdict:
    numbers = read_numbers(_plain(text))
    if len(numbers) == 1:
        return NumberVerdict(line, text, "given", f"{text} is given", path)
    message = (
        f"{shown(path)}:{line}: [{text}]{{.given}} must mark exactly one number, it holds {len(numbers)}"
    )
    return NumberVerdict(line, text, "false", message, path)


def _verdicts(
    path: Path, line: int, text: str, evidence: list[Evidence], section: int
) -> Iterator[NumberVerdict]:
    for number in read_numbers(_plain(text)):
        if number.fractional:
            wrong = judge(number, evidence, section)
            message = f"{shown(path)}:{line}: {wrong}" if wrong else f"{number.text} is printed"
            yield NumberVerdict(
                line, number.text, "false" if wrong else "true", message, path, number, section
            )


def _prose(page: Page, evidence: list[Evidence]) -> Iterator[NumberVerdict]:
    for prose in page.prose:
        for match in _GIVEN.finditer(prose.text):
            yield _given(page.path, prose.line, match["text"])
        yield from _verdicts(
            page.path, prose.line, _blank(prose.text, _GIVEN), evidence, section_of(page, prose.line)
        )


def _bare_formulas(page: Page, evidence: list[Evidence]) -> Iterator[NumberVerdict]:
    """A formula without a relation claims nothing; one without letters is a number, read like any other."""
    for equation in page.equations:
        latex = re.sub(r"(?<!\\)%.*", "", equation.latex)
        if not _RELATION.search(latex) and not re.search("[A-Za-z]", _COMMANDS.sub("", latex)):
            text, section = _MATHS_NUMBER.sub("", latex), section_of(page, equation.line)
            yield from _verdicts(page.path, equation.line, text, evidence, section)


def _comments(page: Page, evidence: list[Evidence]) -> Iterator[NumberVerdict]:
    for path, code, first, line in _code_shown(page):
        for token in _tokens(code):
            if token.type == tokenize.COMMENT and not token.string.startswith("#>"):
                yield from _verdicts(
                    path, first + token.start[0] - 1, token.string, evidence, section_of(page, line)
                )


def _code_shown(page: Page) -> Iterator[tuple[Path, str, int, int]]:
    """The code that readers of the page see: file, text, its first line there, and on which of the page."""
    if labs.is_lab(page.path):
        yield page.path, labs.as_code(page.path.read_text(encoding="utf-8")), 1, 1
    places = {item.target: item.line for item in reversed(page.listings) if _is_code(item.target)}
    for target, line in places.items():
        code, origin, first = _code_of(target)
        path = Path(origin) if target.startswith("backprop.") else _file(target.partition(":")[0])
        yield path, code, first, line


def _typed(node: ast.AST) -> Iterator[ast.Constant]:
    """The strings in a piece of code that are typed; of an f-string the parts between the values."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(node, ast.FormattedValue) or child is node.value:
            yield from _typed(child)


def _drawn(page: Page, evidence: list[Evidence]) -> Iterator[NumberVerdict]:
    """Text that a figure's snippet draws, where it is typed and not computed."""
    for name, line in dict(reversed(_figures(page))).items():
        path = SNIPPETS / f"{name}.py"
        if path.is_file():
            for constant in _typed(ast.parse(path.read_text(encoding="utf-8"))):
                text = re.sub(r"[$\\]", " ", str(constant.value))
                yield from _verdicts(path, constant.lineno, text, evidence, section_of(page, line))


def _figures(page: Page) -> list[tuple[str, int]]:
    """The figures that the page shows and where (not those in code that shows how to write one)."""
    text = text_of(page.path) if page.path.is_file() else ""
    inside = _lines_of(page.fences)
    return [
        (match["name"], number)
        for number, line in enumerate(text.splitlines(), start=1)
        if number not in inside
        for match in _IMAGE.finditer(line)
        if "`" not in match[0]
    ]


def check_numbers(page: Page) -> list[NumberVerdict]:
    """Judge every number with a fractional part that readers of the page see and no equation claims.

    Raises PageError for a listing that does not exist.
    """
    evidence = evidence_of(page)
    return [
        *_prose(page, evidence),
        *_bare_formulas(page, evidence),
        *_comments(page, evidence),
        *_drawn(page, evidence),
    ]
