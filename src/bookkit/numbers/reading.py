"""Numbers as they are written in a text: decimals, powers of ten, percentages, fractions."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
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


_POWERS = ("exponent", "afterhigh", "aftercaret", "barehigh", "barecaret")


def _decimal(match: re.Match[str]) -> Decimal:
    mantissa = re.sub(f"[{_GAP} ]", "", match["mantissa"] or "1")
    if mantissa.count(".") > 1:
        mantissa = mantissa.replace(".", "")
    power = next((match[name] for name in _POWERS if match[name]), "0")
    return Decimal(f"{mantissa}e{re.sub('minus *', '-', power.translate(DIGITS))}")


def _ratio(match: re.Match[str]) -> tuple[int, int] | None:
    """The two whole numbers of a fraction."""
    if match["over"]:
        return int(match["over"]), int(match["under"])
    if match["vulgar"]:
        fraction = Fraction(unicodedata.numeric(match["vulgar"])).limit_denominator(10)
        return fraction.numerator + int(match["whole"] or 0) * fraction.denominator, fraction.denominator
    return None


NEAR = 80  # characters: what is said of a number is said beside it
_MOST_DIGITS = 300
_UNREAD = Decimal("1e-300")


def _is_too_long(match: re.Match[str]) -> bool:
    """Whether a number has so many digits, or such a power of ten, that nobody prints or reads it."""
    powers = [match[name] or "" for name in _POWERS]
    return (
        len(match[0]) > _MOST_DIGITS
        or any(len(re.findall(r"\w", power)) > 8 for power in powers)
        or any(
            abs(int(re.sub("minus *", "-", power.translate(DIGITS)))) > _MOST_DIGITS
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
        before = text[max(match.start() - NEAR, 0) : match.start()].rstrip()
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


def quantum(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent
