"""Whether a number of the text is one of the evidence, rounded to the digits that it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path

from bookkit.numbers import words as number_words
from bookkit.numbers.evidence import Evidence, Evidences, scaled, shapes
from bookkit.numbers.reading import NEAR, Number, quantum, read_numbers
from bookkit.numbers.told import plain
from bookkit.paths import shown


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


def _rounded(value: Decimal, exponent: int, mode: str) -> Decimal:
    with localcontext() as context:
        context.prec = 400
        return value.quantize(Decimal(1).scaleb(exponent), mode)


def agrees(number: Number, evidence: Evidence) -> bool:
    """Whether the number is the evidence, rounded to the digits shown."""
    places = quantum(number.value)
    return any(number.value in shapes(value, places) for value in scaled(number, evidence))


def _distance(number: Number, evidence: Evidence) -> Decimal:
    """How far the two are apart, as a share of the larger."""
    return min(
        abs(value - number.value) / max(abs(value), abs(number.value), Decimal("1e-300"))
        for value in scaled(number, evidence)
    )


def _explain(number: Number, everything: Evidences) -> str:
    """Why no evidence agrees: the closest mistake by name, else the nearest numbers."""
    evidence = everything.around(number)
    opposite = Number(number.text, -number.value, number.percent)
    places = quantum(number.value)
    for item in sorted(evidence, key=lambda e: _distance(number, e)):
        for value in scaled(number, item):
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
    exponent = quantum(number.value)
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
    places = quantum(number.value)
    fitting = everything.rounding_to(number)
    near = [item for item in fitting if section is None or item.section == section]
    if any(item.value == number.value and quantum(item.value) == places for item in near):
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
        for value in scaled(number, item):
            if value == number.value and (quantum(value) >= 0 or item.exact or is_whole(item.value)):
                return None
            if (
                number.about
                and zeros
                and _rounded(value, zeros - digits[-zeros:].count(","), ROUND_HALF_UP) == number.value
            ):
                return None
    fitting = everything.rounding_to(number)
    if any(is_whole(value) or abs(value) >= 10 for item in fitting for value in scaled(number, item)):
        return None
    if number.percent and fitting:
        return None
    return _explain(number, everything)


def is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _judge_ratio(ratio: tuple[int, int], everything: Evidences) -> str | None:
    """A fraction is right where its value is printed, to two digits at least, or stands in code."""
    exact = Decimal(ratio[0]) / Decimal(ratio[1])
    for item in everything:
        places = quantum(item.value)
        if item.value == exact or (places <= -2 and item.value in shapes(exact.normalize(), places)):
            return None
    return "is a fraction whose value no listing of the page prints"


def _similar(number: Number, evidence: Evidences) -> Evidence | None:
    """A number shown with as many digits of which this one may be a misprint."""
    places = quantum(number.value)
    for value in sorted(_misprints(number)):
        same = (
            e for e in evidence.rounding_to(replace(number, value=value, percent=True)) if e.value == value
        )
        if found := next((item for item in same if quantum(item.value) == places), None):
            return found
    return None


def given(path: Path, line: int, text: str) -> NumberVerdict:
    numbers = [*read_numbers(plain(text)), *number_words.read(text)]
    claim = re.search(r"[=<>≤≥≈≠←→]", text) or len(text) > NEAR
    if claim:
        message = (
            f"{shown(path)}:{line}: [{text[:NEAR]}]{{.given}} must mark a number, and nothing that claims"
        )
        return NumberVerdict(line, text, "false", message, path)
    if len(numbers) == 1:
        return NumberVerdict(line, text, "given", f"{text} is given", path)
    message = (
        f"{shown(path)}:{line}: [{text}]{{.given}} must mark exactly one number, it holds {len(numbers)}"
    )
    return NumberVerdict(line, text, "false", message, path)
