"""What counts on a page and is not declared: the m and the n of ``W: a matrix of m by n``, the t of
``g_t: a number at each time``.

A letter that stands for a length in what is said of an array can be nothing but a size, and one that is below
a letter of which there is one at each time nothing but a time, so nothing is guessed. What a page declares to
be something else stays that, and what asks for it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bookkit.notations.declared import (
    _ARRAY,
    _EACH,
    _ENTRIES,
    _OUTSIDE,
    _START,
    _UNITS,
    SIZE,
    TIMES,
    _bare,
    _plain,
)
from bookkit.notations.table import TIME, Notation

_OF_TIME = re.compile(r".+_(?:([A-Za-z])|\{([A-Za-z]|\\[A-Za-z]+)\})\Z")
_LETTER = re.compile(r"(?:\\[A-Za-z]+|[A-Za-z])(?:_(?:\w|\{[^{}]+\}))?\Z")


def with_sizes(symbols: Mapping[str, str], table: Notation) -> dict[str, str]:
    """What a page says of its symbols, and that letters of which it says nothing are sizes or times, where
    they can be nothing else.
    """
    known = {_bare(name) for name in symbols}
    found = dict(symbols)
    for name, words in symbols.items():
        match = _EACH.match(_plain(words)) if isinstance(words, str) else None
        time = _OF_TIME.match(str(name)) if match and match["each"] == "time" else None
        letter = (time[1] or time[2]) if time else ""
        if letter and _bare(letter) not in known and table.indices.get(letter) != TIME:
            known.add(_bare(letter))
            found[letter] = f"a {TIMES}"
    for words in symbols.values():
        for letter in _letters(words) if isinstance(words, str) else ():
            if _bare(letter) not in known and not _is_a_size(table, letter):
                known.add(_bare(letter))
                found[letter] = f"a {SIZE}"
    return found


def _letters(words: str) -> Iterator[str]:
    """The letters of the lengths of an array, in the order in which they are named."""
    what = _plain(words)
    if units := _UNITS.match(what):
        yield from _of_length(units["length"])
        return
    for pattern in (_EACH, _OUTSIDE, _START):
        if match := pattern.match(what):
            what = match["what"]
    if entries := _ENTRIES.match(what):
        what = entries["shape"]
    if array := _ARRAY.match(what):
        for length in re.split(r" by | × | x | ", array["lengths"]):
            yield from _of_length(length)


def _of_length(text: str) -> Iterator[str]:
    yield from (part for part in re.split(r"[+-]", text) if _LETTER.match(part))


def _is_a_size(table: Notation, letter: str) -> bool:
    """Whether the table has a size of this name, or one of each layer."""
    row = table.by_base.get(letter) or table.by_base.get(re.sub(r"_\{?(?:l|L|l-1|\d+)\}?\Z", "", letter))
    return row is not None and row.size and (row.latex != row.base or row.base == letter)
