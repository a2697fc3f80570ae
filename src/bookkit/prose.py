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
import bisect
import html
import io
import re
import textwrap
import tokenize
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

from bookkit import labs, number_words
from bookkit.equations.reading.exact import rounded
from bookkit.library import UnknownNameError, source_of
from bookkit.paths import MEASUREMENTS, MODELS, ROOT, SNIPPETS, included, shown
from bookkit.refuted import without_wrong_forms
from bookkit.seen import CODE, FORMULA, GIVEN, PIECES, VERBATIM, Seen, Text, as_a_number, folded, look_at
from bookkit.source import Page, PageError

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_GAP = ",'’‘_\u00a0\u2009\u202f"
# 10⁻⁸, 10^-8, 10^{-8}, 10**-8, 10 to the power of −8, 10 to the minus 8
_POWER = (
    r"10(?:(?P<{0}high>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?:\^\{{?|\*\*|\s+to\s+the\s+(?:power\s+(?:of\s+)?)?)(?P<{0}caret>(?:[-+−–]|minus\s+)?\d+)(?!st|nd|rd|th)\}}?)"
)
# Letters of scripts that are written without blanks between words join no number to themselves.
_UNSPACED = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
_NUMBER = re.compile(
    rf"""
    (?P<word>\b(?:minus|negative)\s+|负\s*)?
    (?P<sign>(?<![)\]}}%.])(?<![^\W{_UNSPACED}])[-+−–－＋])?
    (?<!\d)(?<!\d\.)
    (?:
        {_POWER.format("bare")}
      | (?P<over>(?<!/)\d+)\s?[/⁄]\s?(?P<under>[1-9]\d*)(?![\d/]|\.\d)
      | (?P<whole>\d+)?(?P<vulgar>[¼-¾⅐-⅞])
      | (?P<comma>(?<![,\d])(?:0,\d+|\d+,\d{{1,2}})(?!\d|,\d|\.\d))
      | (?P<mantissa>
            (?:\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)
            |\d{{1,3}}(?:[{_GAP}]\d{{3}})+(?!\d)|\d{{1,3}}(?:\ \d{{3}})+(?!\d|\ \d)|\d+)(?:\.\d+)?|\.\d+
        )
        (?:[eE](?P<exponent>[-+−–]?\d+)(?![^\W{_UNSPACED}])|\s?[×·*⋅]\s?{_POWER.format("after")})?
    )
    (?!\.?\d)
    (?P<percent>\s?[%％]|[\s-]*per\s?cent(?![a-z]))?
    """,
    re.VERBOSE,
)
# What the book counts and measures. A whole number before one of these is a result, or is said of the data.
_UNITS = (
    "epochs?|steps?|samples?|layers?|units?|neurons?|parameters?|weights?|biases|seeds?|starts?|times|seconds?|ms"
    "|milliseconds?|minutes?|hours?|operations?|multiplications?|additions?|percent|inputs?|outputs?|images?|pixels?"
    "|batches|runs?|passes|iterations?|updates?|digits?|entries|columns?|rows?|apples?|fruits?|features?|draws?"
    "|[KMG]i?B|bytes?|kilobytes?|megabytes?|evaluations?|points?|classes|values?|numbers"
)
_WIDTHS = {"8", "16", "32", "64", "128"}  # of numbers in computers: 32 bits
_BETWEEN = r"(?:(?!(?:of|in|about|and|or|to|for|with|from|per|by|at|on|the)\b)[a-z]+[\s-]){0,2}"
_UNIT = re.compile(
    rf"(?:(?:st|nd|rd|th)?[\s-]{_BETWEEN}(?:{_UNITS})|[\s-]?fold|[kKM]|\s(?:hundred|thousand|million|billion)|\s?(?:ms|h|min|dB|[KMG]i?B)|\ss)(?![A-Za-z])"
    rf"|\s(?:out\s)?of\s(?:the\s|its\s|all\s)?(?:\d|{_UNITS})|\sin\s\d|\s?[x×](?!\s?[\d(\ue000]|\s?[A-Za-z](?![a-z]))"
    r"|\s?(?:轮|步|层|次|秒|个(?:样本|神经元|参数|权重|单元))"
)
_OF_SO_MANY = re.compile(r"\s(?:out\s)?of\s(?:the\s)?[a-z]+(?:[\s-][a-z]+)?\b(?=[\s.,;:)])")
_COUNTED_BEFORE = re.compile(r"\bfactors?\sof\s(?:about\s|some\s|more\sthan\s)?\Z")
_MEASURED = re.compile(rf"[\s-]?(?:{_UNITS}|fold|%|per\s?cent|s|x|×)(?![A-Za-z])")
_ABOUT = re.compile(r"\b(?:about|nearly|almost|around|roughly|some|over|(?:more|less) than)\s+\Z", re.I)
# Where a work is cited: *BIT* 16 (1976), pages 146–160; volume 1, chapter 11.
_CITED = re.compile(
    r"(?:\b(?:pages?|pp?\.|chapters?|ch\.|volumes?|vol\.|numbers?|no\.|parts?|sections?|sec\.|exercises?)\s+|§\s?)"
    r"(?:\d+\s?[-–]\s?)?\Z",
    re.I,
)
_FREE_UP_TO = 12  # a small number counts what stands on the page; beside a decimal or a unit it is judged
_SENTENCE_END = re.compile(
    r"(?<=[.!?:;])(?<!\bpp\.)(?<!\bp\.)(?<!\bvol\.)(?<!\bno\.)(?<!\bch\.)(?<!\bsec\.)(?<!\beq\.)\s|(?<=[。！？；：])"
)
_RELEASE = re.compile(
    r"(?<![\w-])(?P<name>[A-Za-z][\w.-]*)\s+(?:version\s+|v)?(?:[<>=≤≥~]=?\s*)?(?P<release>\d+(?:\.\d+)+)"
    r"(?:\s?(?:–|to)\s?(?P<last>\d+(?:\.\d+)+))?"
)
# A version such as 1.2.3; three groups of digits are 1.000.000.
_TRIPLE = re.compile(r"(?<![\d.])(?!\d{1,3}(?:\.\d{3})+(?!\d))\d+(?:\.\d+){2,}(?![\d.])")
_ADDRESS = re.compile(r"https?://\S+")
_YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)"
_LIKE_A_YEAR = re.compile(
    r"(?:\b(?:in|since|from|early|late|between)|(?<!\d)\s+of|[(,])\s?\Z"
    rf"|\b(?:in|since|from|between|of)\s(?:{_YEAR}(?:,?\s(?:and|or|to)\s|,\s|–))+\Z",
    re.I,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# What has digits and is no number: a date, where a work is found, the name of a standard or a licence.
_REFERENCE = re.compile(
    rf"(?<![\d.])(?:\d{{1,2}}\s)?{_MONTH}(?:\s\d{{1,2}})?,?\s{_YEAR}(?!\.?\d)"
    rf"|(?<![\d-]){_YEAR}-\d\d-\d\d(?![\d-])|(?<!\d){_YEAR}年|第\d+[页章节]"
    r"|\b10\.\d{4,9}/[\w./;()-]*\w|\barXiv[:\s]\s?\d{4}\.\d{4,5}(?:v\d+)?|\bISBN[:\s]\s?[\dX-]{10,17}"
    r"|\b(?:ISO|IEEE|RFC|UTF)[\s-]\d+(?!\.?\d)|\b(?:CC[\s-]BY(?:-[A-Z]{2})*|GPL|LGPL|Apache|MPL|OFL)[\s-]\d\.\d(?!\.?\d)"
    r"|(?<![\d.:])\d{1,4}(?:\(\d{1,3}\),?[:\s]|:)\s?\d+[-–]\d+(?![\d:]|\.\d)"
    rf"|(?<=\({_YEAR}\),\s)\d+[-–]\d+(?!\d|\.\d)"
)
_PLACE = re.compile(
    r"(?:\b(?:chapters?|ch\.|sections?|sec\.|theorems?|lemmas?|propositions?|equations?|eq\.|algorithms?|exercises?)\s\(?"
    r"|§\s?)\Z",
    re.I,
)
_ATTRIBUTES = re.compile(
    r"\{:?\s*(?:[#.][\w.:-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[\w.-]+))(?:\s+[^{}\n]*)?\}|^\s+attrs:.*$"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!])")
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


@dataclass(frozen=True)
class Number:
    """A number as the text shows it: what stands there and what it means (a percentage undivided).

    `ratio` are the two parts of a fraction, `about` tells that the text calls a whole number a rough one,
    `too_long` that it has more digits than are read, or a power of ten that is out of all bounds.
    """

    text: str
    value: Decimal
    percent: bool = False
    start: int = 0
    ratio: tuple[int, int] | None = None
    about: bool = False
    too_long: bool = False

    @property
    def fractional(self) -> bool:
        """Whether digits after the point are shown (also by a negative power of ten), or a fraction."""
        if self.ratio is not None:
            return True
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


_POWERS = ("exponent", "afterhigh", "aftercaret", "barehigh", "barecaret")


def _decimal(match: re.Match[str]) -> Decimal:
    mantissa = re.sub(f"[{_GAP} ]", "", match["mantissa"] or "1")
    if mantissa.count(".") > 1:
        mantissa = mantissa.replace(".", "")
    power = next((match[name] for name in _POWERS if match[name]), "0")
    return Decimal(f"{mantissa}e{re.sub('minus *', '-', power.translate(_DIGITS))}")


def _ratio(match: re.Match[str]) -> tuple[int, int] | None:
    """The two whole numbers of a fraction."""
    if match["over"]:
        return int(match["over"]), int(match["under"])
    if match["vulgar"]:
        fraction = Fraction(unicodedata.numeric(match["vulgar"])).limit_denominator(10)
        return fraction.numerator + int(match["whole"] or 0) * fraction.denominator, fraction.denominator
    return None


_NEAR = 80  # characters: what is said of a number is said beside it
_MOST_DIGITS = 300
# A number that continues in a code span, a formula or a mark would be read in parts.
_SPLIT = re.compile(
    rf"\d\.?[{CODE}{GIVEN}{VERBATIM}]|[{CODE}{GIVEN}{VERBATIM}]\.?\d|\d\.{FORMULA}|{FORMULA}\.\d"
)
_UNREAD = Decimal("1e-300")


def _is_too_long(match: re.Match[str]) -> bool:
    """Whether a number has so many digits, or such a power of ten, that nobody prints or reads it."""
    powers = [match[name] or "" for name in _POWERS]
    return (
        len(match[0]) > _MOST_DIGITS
        or any(len(re.findall(r"\w", power)) > 8 for power in powers)
        or any(
            abs(int(re.sub("minus *", "-", power.translate(_DIGITS)))) > _MOST_DIGITS
            for power in powers
            if power
        )
    )


def read_numbers(text: str) -> list[Number]:
    """Return all numbers that stand in a line of text, whole ones too."""
    numbers = []
    for match in _NUMBER.finditer(text):
        if _is_too_long(match):
            numbers.append(Number(match[0].strip(), _UNREAD, start=match.start(), too_long=True))
            continue
        ratio = _ratio(match)
        if ratio is not None:
            value = Decimal(ratio[0]) / Decimal(ratio[1])
        else:
            value = Decimal(match["comma"].replace(",", ".")) if match["comma"] else _decimal(match)
        before = text[max(match.start() - _NEAR, 0) : match.start()].rstrip()
        worded = match["word"] and not before[-1:].isdigit()
        if worded or (match["sign"] or "+") not in "+＋":
            value = -value
            ratio = (-ratio[0], ratio[1]) if ratio else None
        start = match.start("sign") if match["sign"] else match.start()
        if match["word"] and not match["sign"]:
            start = match.end("word")
        shown_as = text[start : match.end()].strip()
        numbers.append(Number(shown_as, value, bool(match["percent"]), start, ratio))
    return numbers


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


@lru_cache(maxsize=1)
def _releases() -> dict[str, set[str]]:
    """The versions of the programs that the book is made with, by their names in small letters."""
    found: dict[str, set[str]] = {}
    for name in ("requirements.lock", "pyproject.toml", "package.json", "package-lock.json"):
        path = ROOT / name
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        for pattern in _PINNED:
            for match in pattern.finditer(text):
                program = match["name"].rpartition("/")[2].lower().replace("requires-python", "python")
                found.setdefault(program, set()).update(re.findall(r"\d+(?:\.\d+)+", match["releases"]))
    return found


_PINNED = (
    re.compile(
        r"(?:^\s*|[\"'])(?P<name>[\w.-]+)(?:\[[\w,-]*\])?\s*(?P<releases>[=<>~!]=\s*[\w.,<>=~! ]+)",
        re.MULTILINE,
    ),
    re.compile(r"(?P<name>requires-python)\s*=\s*\"(?P<releases>[^\"]*)\""),
    re.compile(r"Programming Language :: (?P<name>Python) :: (?P<releases>[\d.]+)"),
    re.compile(
        r"\"(?:node_modules/)?(?P<name>[@\w./-]+)\":\s*(?:\{\s*\"version\":\s*)?\"\^?(?P<releases>[\d.]+)\""
    ),
)


def _without_versions(text: str) -> str:
    """The text without versions that are known; one that is followed by a unit is a measurement."""

    def blank(match: re.Match[str]) -> str:
        known = _releases().get(match["name"].lower(), set())
        typed = [release for release in (match["release"], match["last"]) if release]
        fits = all(any(f"{full}.".startswith(f"{release}.") for full in known) for release in typed)
        measured = _MEASURED.match(text, match.end()) or text.startswith(("%", "×"), match.end())
        return " " * len(match[0]) if fits and not measured else match[0]

    return _RELEASE.sub(blank, text)


def _plain(text: str) -> str:
    """The text as readers see it: digits of all scripts alike, addresses and versions gone."""
    text = folded(_ESCAPE.sub(r"\1", html.unescape(text)))
    for pattern in (_ATTRIBUTES, _ADDRESS, _REFERENCE):
        text = _blank(text, pattern)
    return _blank(_without_versions(text), _TRIPLE)


def _file(name: str) -> Path:
    """The file of an included listing: a snippet, a measurement that a benchmark has made, a model."""
    path = included(name, (SNIPPETS, MEASUREMENTS, MODELS))
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
        elif token.type == tokenize.STRING:
            for text in _inside_f_string(token.string):
                place = f"{origin}:{first + token.start[0] - 1}"
                yield Evidence(Decimal(text), text, place, exact=True)
        if token.type not in (tokenize.NL, tokenize.COMMENT):
            before = [*before[-1:], token]


def _inside_f_string(token: str) -> Iterator[str]:
    """The numbers in the braces of an f-string, which is one token to Python 3.11, several to later ones."""
    if "f" not in token.partition('"')[0].partition("'")[0].lower():
        return
    try:
        tree = ast.parse(token, mode="eval")
    except (SyntaxError, ValueError):
        return
    for value in (node.value for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)):
        negated = {
            id(n.operand)
            for n in ast.walk(value)
            if isinstance(n, ast.UnaryOp) and isinstance(n.op, ast.USub)
        }
        for node in ast.walk(value):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float):
                yield ("-" if id(node) in negated else "") + repr(node.value)


def _ends_a_value(tokens: list[tokenize.TokenInfo]) -> bool:
    """Whether a minus after these tokens subtracts."""
    if not tokens:
        return False
    last = tokens[-1]
    return (last.type in _VALUE_ENDS and last.string not in _KEYWORDS) or last.string in (")", "]", "}")


def printed_lines(code: str) -> Iterator[tuple[int, str]]:
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


class Evidences(list[Evidence]):
    """The numbers of a page's listings, found by value: however many there are, one look-up each."""

    def __init__(self, items: Iterable[Evidence] = ()) -> None:
        super().__init__(items)
        self._rounded: dict[tuple[int, bool], dict[Decimal, list[Evidence]]] = {}
        self._sorted: list[tuple[Decimal, int]] = []

    def rounding_to(self, number: Number) -> list[Evidence]:
        """Return the items that are this number, rounded to the digits it shows."""
        key = (_quantum(number.value), number.percent)
        if key not in self._rounded:
            table: dict[Decimal, list[Evidence]] = {}
            for item in self:
                for value in _scaled(number, item):
                    for shape in _shapes(value, key[0]):
                        table.setdefault(shape, []).append(item)
            self._rounded[key] = table
        return self._rounded[key].get(number.value, [])

    def around(self, number: Number) -> list[Evidence]:
        """Return items whose value is near the number's, its opposite's, or either in percent."""
        if not self._sorted:
            self._sorted = sorted((item.value, place) for place, item in enumerate(self))
        places: set[int] = set()
        for value in (number.value, -number.value, number.value.scaleb(-2), number.value.scaleb(2)):
            at = bisect.bisect_left(self._sorted, (value, -1))
            places |= {place for _, place in self._sorted[max(at - 8, 0) : at + 8]}
        return [self[place] for place in sorted(places)]


def _shapes(value: Decimal, places: int) -> set[Decimal]:
    """A value as it may be shown with so many places: itself, or rounded; a zero only for zero."""
    if _quantum(value) > places:
        return set()
    units = int(rounded(Fraction(value), -places) / Fraction(10) ** places)
    shape = Decimal(f"{units}e{places}")
    return {shape} if shape != 0 or value == 0 else set()


def evidence_of(page: Page) -> Evidences:
    """Return what the page's listings print and the numbers in their code.

    Raises PageError, naming the line, for a listing that does not exist.
    """
    if labs.is_lab(page.path):
        return Evidences(_evidence_of_lab(page))
    found = Evidences()
    for listing in page.listings:
        code, origin, first = _read(page, listing.target, listing.line)
        section = section_of(page, listing.line)
        is_code = _is_code(listing.target)
        for line, text in printed_lines(code) if is_code else enumerate(code.split("\n"), start=1):
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
    if any(True for text in seen for number in numbers_to_judge(text)):
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


def section_of(page: Page, line: int) -> int:
    """The part of a page that a line stands in: what follows a heading, or an exercise with its solution.

    A lab is one part, since what it prints is not told apart by cells.
    """
    return 0 if labs.is_lab(page.path) else bisect.bisect_right(page.section_starts, line)


def _printed_numbers(text: str) -> Iterator[Number]:
    """The numbers of a printed line; numpy prints `2.` for 2.0, and names may hold digits (`x1`)."""
    for number in read_numbers(re.sub(r"(?<=\d)\.(?!\d)", ".0", text)):
        if not number.too_long and not re.search(r"[A-Za-z_]$", text[: number.start][-1:]):
            yield number


def _read(page: Page, target: str, line: int) -> tuple[str, str, int]:
    try:
        return _code_of(target)
    except UnknownNameError as error:
        raise PageError(page.path, line, str(error)) from None
    except (OSError, StopIteration, UnicodeDecodeError):
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
    return any(number.value in _shapes(value, places) for value in _scaled(number, evidence))


def _distance(number: Number, evidence: Evidence) -> Decimal:
    """How far the two are apart, as a share of the larger."""
    return min(
        abs(value - number.value) / max(abs(value), abs(number.value), Decimal("1e-300"))
        for value in _scaled(number, evidence)
    )


def _explain(number: Number, everything: Evidences) -> str:
    """Why no evidence agrees: the closest mistake by name, else the nearest numbers."""
    evidence = everything.around(number)
    opposite = Number(number.text, -number.value, number.percent)
    places = _quantum(number.value)
    for item in sorted(evidence, key=lambda e: _distance(number, e)):
        for value in _scaled(number, item):
            if value == number.value:
                return f"shows more digits than {item}"
            if number.value == 0 and _rounded(value, places, ROUND_HALF_UP) == 0:
                return f"shows none of the digits of {item}"
            if value != number.value and _rounded(value, places, ROUND_DOWN) == number.value:
                right = _rounded(value, places, ROUND_HALF_UP)
                return f"is {item} cut off; rounded it is {right:f}"
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


def judge(number: Number, evidence: Sequence[Evidence], section: int | None = None) -> str | None:
    """Return why the number is wrong, None where a listing bears it out.

    A number that stands just so in a listing of its own section is right. A rounded one is, unless it could
    as well be a misprint of a number that stands in a listing with just as many digits; so is one that only
    another section shows.
    """
    if number.too_long:
        return f"{number.text[:20]}… has more digits, or a larger power of ten, than is read: shorten it"
    everything = evidence if isinstance(evidence, Evidences) else Evidences(evidence)
    if number.ratio is not None:
        reason = _judge_ratio(number.ratio, everything)
    elif number.fractional:
        reason = _judge_decimal(number, everything, section)
    else:
        reason = _judge_whole(number, everything)
    if reason is None:
        return None
    remedy = f"Correct it, print it in a listing, or mark a datum: [{number.text}]{{.given}}"
    return f"{number.text} {reason}. {remedy}"


def _judge_decimal(number: Number, everything: Evidences, section: int | None) -> str | None:
    places = _quantum(number.value)
    fitting = everything.rounding_to(number)
    near = [item for item in fitting if section is None or item.section == section]
    if any(item.value == number.value and _quantum(item.value) == places for item in near):
        return None
    source = next(iter([*near, *fitting]), None)
    if source is None:
        return _explain(number, everything)
    similar = _similar(number, everything)
    if similar is None:
        return None
    if near:
        return f"may be {source}, rounded, or a misprint of {similar}: show more digits"
    return f"may be {source} of another section, or a misprint of {similar}: print it in this section"


def _judge_whole(number: Number, everything: Evidences) -> str | None:
    """A whole number is a printed one, or one rounded that has a whole part of two digits or more."""
    digits = number.text if number.text[-1:].isdigit() else f"{number.value}"
    zeros = len(digits) - len(digits.rstrip("0,"))
    for item in everything.around(number):
        for value in _scaled(number, item):
            if value == number.value and (_quantum(value) >= 0 or item.exact or _whole(item.value)):
                return None
            if (
                number.about
                and zeros
                and _rounded(value, zeros - digits[-zeros:].count(","), ROUND_HALF_UP) == number.value
            ):
                return None
    fitting = everything.rounding_to(number)
    if any(_whole(value) or abs(value) >= 10 for item in fitting for value in _scaled(number, item)):
        return None
    if number.percent and fitting:
        return None
    return _explain(number, everything)


def _whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _judge_ratio(ratio: tuple[int, int], everything: Evidences) -> str | None:
    """A fraction is right where its value is printed, to two digits at least, or stands in code."""
    exact = Decimal(ratio[0]) / Decimal(ratio[1])
    for item in everything:
        places = _quantum(item.value)
        if item.value == exact or (places <= -2 and item.value in _shapes(exact.normalize(), places)):
            return None
    return "is a fraction whose value no listing of the page prints"


def _similar(number: Number, evidence: Evidences) -> Evidence | None:
    """A number shown with as many digits of which this one may be a misprint."""
    places = _quantum(number.value)
    for value in sorted(_misprints(number)):
        same = (
            e for e in evidence.rounding_to(replace(number, value=value, percent=True)) if e.value == value
        )
        if found := next((item for item in same if _quantum(item.value) == places), None):
            return found
    return None


def _given(path: Path, line: int, text: str) -> NumberVerdict:
    numbers = [*read_numbers(_plain(text)), *number_words.read(text)]
    claim = re.search(r"[=<>≤≥≈≠←→]", text) or len(text) > _NEAR
    if claim:
        message = (
            f"{shown(path)}:{line}: [{text[:_NEAR]}]{{.given}} must mark a number, and nothing that claims"
        )
        return NumberVerdict(line, text, "false", message, path)
    if len(numbers) == 1:
        return NumberVerdict(line, text, "given", f"{text} is given", path)
    message = (
        f"{shown(path)}:{line}: [{text}]{{.given}} must mark exactly one number, it holds {len(numbers)}"
    )
    return NumberVerdict(line, text, "false", message, path)


def numbers_to_judge(text: str, heard: bool = False) -> Iterator[Number]:
    """Yield the numbers of a plain text that have to be borne out by a listing.

    What is only heard describes a drawing: small whole numbers in it count what is to be seen.
    """
    start = 0
    for sentence in _SENTENCE_END.split(text):
        numbers = read_numbers(sentence)
        beside = any(number.fractional for number in numbers)
        for number in numbers:
            if number.fractional and number.ratio is None and _is_place(number, sentence):
                continue
            small = heard and not beside and abs(number.value) <= _FREE_UP_TO
            if number.fractional or (not small and (number.percent or _is_result(number, sentence, beside))):
                yield replace(number, start=number.start + start, about=_is_rough(sentence, number.start))
        for number in _in_words(sentence):
            yield replace(number, start=number.start + start)
        start += len(sentence) + 1


def _in_words(sentence: str) -> Iterator[Number]:
    """The numbers in words above twelve that count something: thirteen derivatives, forty of forty starts."""
    for at, words, value in number_words.read(sentence):
        counted = _UNIT.match(sentence, at + len(words)) or _OF_SO_MANY.match(sentence, at + len(words))
        if value > _FREE_UP_TO and counted:
            yield Number(words, Decimal(value), start=at, about=_is_rough(sentence, at))


def _is_rough(sentence: str, at: int) -> bool:
    """Whether the text calls the number that begins here a rough one."""
    return _ABOUT.search(sentence[max(at - _NEAR, 0) : at]) is not None


def _is_year(number: Number, before: str, after: str) -> bool:
    """Whether a number stands where a year stands: in 1986, (Polyak, 1964), a paper of 2015, the 1960s."""
    if re.fullmatch(_YEAR, number.text) is None or _UNIT.match(after) is not None:
        return False
    if _LIKE_A_YEAR.search(before) is not None:
        return re.match(r"\Z|s?(?:[).,;:?!–]|,?\s+(?!of\b)[(A-Za-z])", after) is not None
    if number.text.endswith("0"):
        return re.search(r"\b(?:the|mid|mid-)\s?\Z", before, re.I) is not None and after[:1] == "s"
    if re.search(r"\b(?:by|before|after|until|till|was|year)\s\Z", before, re.I) is not None:
        return re.match(r"\Z|[).,;:?!]|,?\s+(?!of\b)[(A-Za-z]", after) is not None
    return re.search(r"\b(?:the|a|her|his|their)\s\Z", before, re.I) is not None and (
        re.match(r"\s(?:paper|article|book|edition|thesis|report|talk|lecture)s?\b", after) is not None
    )


def _is_place(number: Number, sentence: str) -> bool:
    """Whether what looks like a decimal is a section or a theorem of a cited work: Section 2.4, (2.14)."""
    end = number.start + len(number.text)
    before = sentence[max(number.start - _NEAR, 0) : number.start]
    named = re.fullmatch(r"[1-9]\d?\.[1-9]\d?", number.text) and _PLACE.search(before)
    cited = re.match(r"\)?\s(?:of|in)\s", sentence[end : end + 9])  # the book's own are counted, never typed
    return bool(named and cited) and _UNIT.match(sentence, end) is None


def _is_citation(before: str, after: str) -> bool:
    """Whether a whole number tells where a work is found: a page, a volume before its year."""
    return (_CITED.search(before) is not None and _UNIT.match(after) is None) or re.match(
        r"\s\((?:1[89]|20)\d\d\)", after
    ) is not None


def _is_result(number: Number, sentence: str, beside: bool) -> bool:
    """Whether a whole number is judged: it is large, counts things, or stands beside a decimal."""
    end = number.start + len(number.text)
    before, after = sentence[max(number.start - _NEAR, 0) : number.start], sentence[end : end + _NEAR]
    if before[-1:] == "_" or re.search(r"[A-Za-z]-?\Z", before):
        return False  # part of a name: BP1, float32
    if abs(number.value) <= _FREE_UP_TO and re.search(r"(?:\d-|×\s?)\Z", before):
        return False  # a shape: a 2-4-3 network, 3 × 4 weights
    if re.match(r"[A-Za-z_]*[_\d]", after) or abs(number.value) <= 2 or _is_year(number, before, after):
        return False
    if _is_citation(before, after) or (number.text in _WIDTHS and re.match(r"[\s-]bits?\b", after)):
        return False
    counted = _UNIT.match(after) or _COUNTED_BEFORE.search(before)
    return abs(number.value) > _FREE_UP_TO or beside or counted is not None


def _verdicts(
    path: Path, line: int | Text, text: str, evidence: Evidences, section: int | Page
) -> Iterator[NumberVerdict]:
    for number in numbers_to_judge(_plain(text), isinstance(line, Text) and line.heard):
        at = line.line(number.start) if isinstance(line, Text) else line
        part = section_of(section, at) if isinstance(section, Page) else section
        wrong = judge(number, evidence, part)
        message = f"{shown(path)}:{at}: {wrong}" if wrong else f"{number.text} is printed"
        yield NumberVerdict(at, number.text, "false" if wrong else "true", message, path, number, part)


def _prose(page: Page, seen: Seen, evidence: Evidences) -> Iterator[NumberVerdict]:
    for text, line in seen.given:
        yield _given(page.path, line, text)
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
                counted = _UNIT.match(text, number.start + len(number.text)) is not None
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
        for token in _tokens(code):
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


def code_shown(page: Page) -> Iterator[tuple[Path, str, int, int]]:
    """Yield the code that readers see: file, text, its first line there, and its line on the page."""
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


def _drawn(page: Page, evidence: Evidences) -> Iterator[NumberVerdict]:
    """Text that a figure's snippet draws, where it is typed and not computed."""
    for name, line in dict(reversed(_figures(page))).items():
        path = SNIPPETS / f"{name}.py"
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
        path = SNIPPETS / f"{name}.py"
        if path.is_file():
            section = section_of(page, line)
            for item in _literals(path.read_text(encoding="utf-8"), shown(path), 1):
                if _whole(item.value):
                    yield replace(item, section=section)
