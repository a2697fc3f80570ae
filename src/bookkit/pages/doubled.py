r"""Formulas between doubled backslashes, ``\\( … \\)`` and ``\\[ … \\]``.

So other books write them in plain Markdown, of which two backslashes make one; MathJax then finds ``\( … \)``
on the page. A line break of some height, ``\\[4pt]``, opens no formula, and four backslashes are one.
"""

from __future__ import annotations

import re

_SIGN = r"(?<!\\)\\\\"
_ROUND, _SQUARE = rf"{_SIGN}\(", rf"{_SIGN}\[(?!\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm|in|pc|mu)\s*\])"
_ESCAPED = re.compile(r"\\([\\_*])")
ROUND, SQUARE = "round_doubled", "square_doubled"


def formulas(usual: re.Pattern[str], go_on: str) -> re.Pattern[str]:
    """What finds these formulas beside the usual ones; ``go_on`` keeps them in their paragraph.

    As those, none holds a sign that would begin it once more: each place of a text is looked at once.
    """
    found = [usual.pattern]
    for name, opening, closing in ((ROUND, _ROUND, r"\)"), (SQUARE, _SQUARE, r"\]")):
        body = rf"(?:{go_on}(?!{opening})(?:\\.|[^\\]))+?"
        found.append(rf"{opening}(?P<{name}>{body}){_SIGN}{closing}")
    return re.compile("|".join(found), usual.flags)


def left_over(usual: re.Pattern[str]) -> re.Pattern[str]:
    """What finds their signs where no formula was found, beside the usual ones."""
    return re.compile(rf"(?P<doubled>{_ROUND}|{_SQUARE}|{_SIGN}[)\]])|{usual.pattern}", usual.flags)


def as_typeset(latex: str) -> str:
    """A formula as Markdown hands it on: of what is escaped in it, the sign is left."""
    return _ESCAPED.sub(r"\1", latex)
