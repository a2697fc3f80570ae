"""Selectors as browsers find them fast: a list at their end is written out.

A browser keeps its rules by the id, class or tag that the element itself must have, and tries on an element
only those that can be meant. A rule that ends with a list, `.a :is(.b, .c)`, has no such name and is tried
on every element of the page; `.a .b, .a .c` says the same and is found by name. With thousands of small
elements in the formulas of a page, this is felt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_IS = ":is("
_OPENING, _CLOSING = "([", ")]"
_COMBINATORS = " >+~"
_SIMPLE = re.compile(r"(?P<tag>[A-Za-z][\w-]*)?(?P<rest>(?:[.#][\w-]+|\[[^\]]*\]|:(?!:)[\w-]+)*)")
_TAG = re.compile(r"[A-Za-z][\w-]*|\*")


def split(selectors: str) -> list[str]:
    """Split a list of selectors at its commas, but for those in brackets."""
    return [part.strip() for part in _parts(selectors)]


def written_out(selector: str) -> list[str]:
    """Return selectors that together mean what this one means, and do not end with `:is(…)` if that can be.

    A list stays where its members weigh differently in the cascade, for `:is` has the weight of the
    heaviest, or where one of them has combinators or brackets.
    """
    start = _end_of_selector(selector)
    before, last = selector[:start], selector[start:]
    at = last.find(_IS)
    if at < 0 or _depth(last[:at]):
        return [selector]
    close = _closing(last, at + len(_IS) - 1)
    members = [_SIMPLE.fullmatch(part) for part in split(last[at + len(_IS) : close])]
    around, tail = last[:at], last[close + 1 :]
    found = [member for member in members if member is not None]
    tags = {bool(member["tag"]) for member in found}
    weights = {_weight(member["rest"]) for member in found}
    alike = len(found) == len(members) and len(tags) == len(weights) == 1
    if not alike or (True in tags and _TAG.match(around)):
        return [selector]
    # A tag comes first in what is said of one element.
    together = (f"{before}{member['tag'] or ''}{around}{member['rest']}{tail}" for member in found)
    return [more for one in together for more in written_out(one)]


def _weight(rest: str) -> tuple[int, int]:
    """How many ids, and how many classes, attributes and pseudo-classes."""
    return rest.count("#"), len(re.findall(r"\.|\[|:", re.sub(r"\[[^\]]*\]", "[", rest)))


def _parts(text: str) -> Iterator[str]:
    depth, start = 0, 0
    for place, letter in enumerate(text):
        depth += (letter in _OPENING) - (letter in _CLOSING)
        if letter == "," and not depth:
            yield text[start:place]
            start = place + 1
    yield text[start:]


def _depth(text: str) -> int:
    return sum((letter in _OPENING) - (letter in _CLOSING) for letter in text)


def _end_of_selector(selector: str) -> int:
    """Where that begins which is said of the element itself: after the last combinator outside brackets."""
    depth, start = 0, 0
    for place, letter in enumerate(selector):
        depth += (letter in _OPENING) - (letter in _CLOSING)
        if not depth and letter in _COMBINATORS:
            start = place + 1
    return start


def _closing(text: str, opening: int) -> int:
    depth = 0
    for place in range(opening, len(text)):
        depth += (text[place] in _OPENING) - (text[place] in _CLOSING)
        if not depth:
            return place
    raise ValueError(f"a bracket is not closed in the selector {text!r}")
