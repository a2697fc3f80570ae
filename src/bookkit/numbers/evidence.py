"""What the listings of a page print and contain: the numbers that bear out those of the text."""

from __future__ import annotations

import bisect
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from bookkit.equations.reading.exact import rounded
from bookkit.numbers.code import ends_a_value, inside_f_string, printed_lines, tokens_of
from bookkit.numbers.reading import Number, quantum, read_numbers
from bookkit.numbers.told import numbers_to_judge, plain
from bookkit.pages.library import UnknownNameError, source_of
from bookkit.pages.source import Page, PageError
from bookkit.paths import MEASUREMENTS, MODELS, SNIPPETS, included, shown
from bookkit.programs import labs


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


def file_of(name: str) -> Path:
    """The file of an included listing: a snippet, a measurement that a benchmark has made, a model."""
    path = included(name, (SNIPPETS, MEASUREMENTS, MODELS))
    if path is None:
        raise FileNotFoundError(name)
    return path


def figure_source(name: str) -> Path:
    """The snippet that draws a figure, whether it is there or not."""
    return SNIPPETS / f"{name}.py"


def is_listing_of_code(target: str) -> bool:
    return target.startswith("backprop.") or target.partition(":")[0].endswith(".py")


def _code_of(target: str) -> tuple[str, str, int]:
    """A listing's text, the name by which messages call it, and the number of its first line."""
    if target.startswith("backprop."):
        return source_of(target), target, 1
    name, _, part = target.partition(":")
    path = file_of(name)
    lines = path.read_text(encoding="utf-8").splitlines()
    first, last = 0, len(lines)
    if section := re.fullmatch(r"[A-Za-z_][\w-]*", part):
        marks = [re.search(rf"-+8<-+\s*\[\s*(start|end)\s*:\s*{section[0]}\s*\]", line) for line in lines]
        first = next(i for i, mark in enumerate(marks) if mark and mark[1] == "start") + 1
        last = next(i for i, mark in enumerate(marks) if mark and mark[1] == "end")
    elif bounds := re.fullmatch(r"(\d*):?(\d*)", part):
        first, last = int(bounds[1] or 1) - 1, int(bounds[2] or last)
    return "\n".join(lines[first:last]), shown(path), first + 1


def literals(code: str, origin: str, first: int) -> Iterator[Evidence]:
    before: list[tokenize.TokenInfo] = []
    for token in tokens_of(code):
        if token.type == tokenize.NUMBER and token.string[-1] not in "jJ" and "x" not in token.string.lower():
            negative = len(before) > 0 and before[-1].string == "-" and not ends_a_value(before[:-1])
            value = Decimal(token.string.replace("_", ""))
            sign = "-" if negative else ""
            place = f"{origin}:{first + token.start[0] - 1}"
            yield Evidence(-value if negative else value, sign + token.string, place, exact=True)
        elif token.type == tokenize.STRING:
            for text in inside_f_string(token.string):
                place = f"{origin}:{first + token.start[0] - 1}"
                yield Evidence(Decimal(text), text, place, exact=True)
        if token.type not in (tokenize.NL, tokenize.COMMENT):
            before = [*before[-1:], token]


class Evidences(list[Evidence]):
    """The numbers of a page's listings, found by value: however many there are, one look-up each."""

    def __init__(self, items: Iterable[Evidence] = ()) -> None:
        super().__init__(items)
        self._rounded: dict[tuple[int, bool], dict[Decimal, list[Evidence]]] = {}
        self._sorted: list[tuple[Decimal, int]] = []

    def rounding_to(self, number: Number) -> list[Evidence]:
        """Return the items that are this number, rounded to the digits it shows."""
        key = (quantum(number.value), number.percent)
        if key not in self._rounded:
            table: dict[Decimal, list[Evidence]] = {}
            for item in self:
                for value in scaled(number, item):
                    for shape in shapes(value, key[0]):
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


def shapes(value: Decimal, places: int) -> set[Decimal]:
    """A value as it may be shown with so many places: itself, or rounded; a zero only for zero."""
    if quantum(value) > places:
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
        is_code = is_listing_of_code(listing.target)
        for line, text in printed_lines(code) if is_code else enumerate(code.split("\n"), start=1):
            found += _printed_evidence(text, f"{origin}:{first + line - 1}", section)
        if is_code:
            found += (replace(item, section=section) for item in literals(code, origin, first))
    return found


def _evidence_of_lab(page: Page) -> list[Evidence]:
    """What the cells of a lab hold and print; it is run only if there is a number to look for."""
    code = labs.as_code(page.path.read_text(encoding="utf-8"))
    found = list(literals(code, shown(page.path), 1))
    comments = [token.string for token in tokens_of(code) if token.type == tokenize.COMMENT]
    seen = [plain(text) for text in [*(line.text for line in page.prose), *comments]]
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


def scaled(number: Number, evidence: Evidence) -> list[Decimal]:
    """The evidence in the unit of the number: a share may be shown in percent and the other way round."""
    values = [evidence.value]
    if number.percent and not evidence.percent:
        values.append(evidence.value.scaleb(2))
    if evidence.percent and not number.percent:
        values.append(evidence.value.scaleb(-2))
    return values


def code_shown(page: Page) -> Iterator[tuple[Path, str, int, int]]:
    """Yield the code that readers see: file, text, its first line there, and its line on the page."""
    if labs.is_lab(page.path):
        yield page.path, labs.as_code(page.path.read_text(encoding="utf-8")), 1, 1
    places = {item.target: item.line for item in reversed(page.listings) if is_listing_of_code(item.target)}
    for target, line in places.items():
        code, origin, first = _code_of(target)
        path = Path(origin) if target.startswith("backprop.") else file_of(target.partition(":")[0])
        yield path, code, first, line
