"""What a declaration says of a name, as far as its letter and its words go."""

from __future__ import annotations

import re

_FONT = re.compile(r"\\(?:mathbf|boldsymbol|bm|mathrm)\s*\{(\\?\w+)\}")
_ARRAY = re.compile(r"\b(?:column|vector|row|rows|columns|matrix|array)\b")


def plain(name: str) -> str:
    """Return a letter without its font and its scripts; an arrow tells it from another and stays."""
    return _FONT.sub(r"\1", re.split(r"[_^]", name)[0]).strip()


def is_array(words: str) -> bool:
    """Whether the words declare an array; a column at each time is one of a sequence."""
    return _ARRAY.search(words) is not None and "at each" not in words
