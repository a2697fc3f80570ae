"""Plain English: the few turns of phrase that the book avoids, each with what to write instead.

Only what is wrong wherever it occurs is on the list, so that nobody has to argue with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

AVOIDED: dict[str, str] = {
    r"\b(?<!each )(?:derivatives?|gradients?) by (?:(?:the|an?|its|all|each) )?(?:\w+ )?"
    r"(?:weights?|bias(?:es)?|(?:weighted )?inputs?|outputs?)\b": '"the derivative with respect to …"',
    r"\b(?:[Ww]hoever\b|Who [a-z]+s\b(?<!Who is)(?<!Who was)(?<!Who has)(?=[^?.]*[.:]))": '"anyone who …"',
    r"\b[Ss]hall\b": '"will", "should" or "is to"',
    r"\b(?:above|below|beside|under|in front|on the (?:left|right)|between) stands?\b": '"is" or "appears"',
    r"\bstands? (?:above|below|beside|at|in (?:the|its|row|column)|there with)\b": '"is" or "appears"',
    r"\bin small(?=[:,.])": '"in miniature"',
    r"\b(?:has|have|had) got\b": '"has"',
    r"\b(?:part|share|number) of right answers\b": '"accuracy"',
    r"\bthe own one\b": '"its own"',
    r"\b[Hh]ow many \w+(?: and \w+)? has\b": '"how many … does … have"',
    r"\b(?:easily|clearly|obviously|trivially) (?:seen|follows|see)\b": "the reason itself",
    r"\b[Ii]t is (?:obvious|trivial|easy to see)\b": "the reason itself",
}
_AVOIDED = [(re.compile(pattern), instead) for pattern, instead in AVOIDED.items()]


def slips(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield line and message for each avoided turn of phrase in some numbered lines of text."""
    for number, text in lines:
        for pattern, instead in _AVOIDED:
            for match in pattern.finditer(text):
                yield number, f'"{match[0]}" reads translated; write {instead}'
