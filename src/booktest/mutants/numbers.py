"""Damaged numbers: in the text of a page, and in what its listings print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bookkit.numbers.evidence import Evidence
from bookkit.numbers.judging import agrees, judge
from bookkit.numbers.reading import Number, read_numbers

_MANTISSA = re.compile(r"\d[\d,\u00a0\u2009\u202f]*(?:\.\d+)?|\.\d+")
_SIGNS = "-−–"


def damaged(text: str) -> Iterator[tuple[str, str]]:
    """All damages of a number as it is shown: what was done, and how it then reads."""
    match = _MANTISSA.search(text)
    if match is None:
        return
    digits = match[0]
    for step in (1, -1):
        if shifted := _last_digit(digits, step):
            yield "last digit ±1", text[: match.start()] + shifted + text[match.end() :]
    if swapped := _swapped(digits):
        yield "digits swapped", text[: match.start()] + swapped + text[match.end() :]
    if re.search(r"[1-9]", digits):
        yield "sign", text[1:] if text[0] in _SIGNS else "−" + text.lstrip("+")


def _last_digit(digits: str, step: int) -> str | None:
    """The number with its last digit one up or down; None where that would change its length."""
    figures = [figure for figure in digits if figure.isdigit()]
    value = int("".join(figures)) + step
    if value < 0 or len(str(value)) > len(figures):
        return None
    fresh = iter(str(value).zfill(len(figures)))
    return "".join(next(fresh) if figure.isdigit() else figure for figure in digits)


def _swapped(digits: str) -> str | None:
    """The last two neighbouring digits that differ, exchanged (over a point or comma too)."""
    places = [i for i, figure in enumerate(digits) if figure.isdigit()]
    for left, right in zip(places[-2::-1], places[:0:-1], strict=False):
        if digits[left] != digits[right]:
            figures = list(digits)
            figures[left], figures[right] = figures[right], figures[left]
            return "".join(figures)
    return None


def number_status(
    original: Number, text: str, evidence: list[Evidence], section: int | None = None
) -> tuple[str, str]:
    """What the check says of a damaged number: its status, and for one that passes what it was taken for."""
    numbers = read_numbers(text)
    if len(numbers) != 1 or judge(numbers[0], evidence, section) is not None:
        return "killed", ""
    number = numbers[0]
    exact = (item for item in evidence if item.value == number.value and str(item.value) == str(number.value))
    taken = next(exact, None) or next(item for item in evidence if agrees(number, item))
    if number.value == original.value:
        return "equivalent", "the same number"
    if agrees(original, taken):
        return "equivalent", f"the other rounding of {taken}"
    return "survived", f"taken for {taken}"
