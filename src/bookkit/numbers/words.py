"""Whole numbers that are written in words: "thirteen", "thirty-two", "two hundred and fifty".

"A hundred" and "a thousand" are not read: they are as often a way of speaking as a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SMALL = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9},
    **{"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16},
    **{"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50},
    **{"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_WORD = "|".join([*sorted(_SMALL, key=len, reverse=True), *_LARGE])
_NUMBER = re.compile(rf"(?<![\w-])(?:{_WORD})(?:(?:[\s-]|\sand\s)(?:{_WORD}))*(?![\w-]*\w)", re.I)
_SPOKEN = re.compile(r"(?:\b(?:a|an|one|several|some|many|few)\s)\Z", re.I)


def read(text: str) -> Iterator[tuple[int, str, int]]:
    """Yield where a number in words begins, its words, and its value."""
    for match in _NUMBER.finditer(text):
        value = _value(re.split(r"[\s-]+", match[0].lower()))
        if value is not None and _SPOKEN.search(text, 0, match.start()) is None:
            yield match.start(), match[0], value


def _value(words: list[str]) -> int | None:
    """What the words mean; None where they are no one number, such as "two three" or "one hundred"."""
    if words[0] in _LARGE or (words[0] == "one" and len(words) == 2):
        return None
    total, part, last = 0, 0, 0
    for word in words:
        if word == "and":
            continue
        if word in _LARGE:
            part, last = part * _LARGE[word], 0
            if _LARGE[word] > 100:
                total, part = total + part, 0
        elif last == 0 or (last >= 20 and _SMALL[word] < 10):
            part, last = part + _SMALL[word], _SMALL[word]
        else:
            return None
    return total + part
