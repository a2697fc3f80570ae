"""Plain English: the few turns of phrase that the book avoids, each with what to write instead.

Only what is wrong wherever it occurs is on the list, so that nobody has to argue with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MORE = (
    "(?:more|less|(?:larg|small|fast|slow|clos|near|furth|farth|long|short|high|low|sur|strong|weak|steep|flatt"
    "|deep|earli|lat|bigg|great|few)er|better|worse)"
)
_PART = (
    r"(?:commas?|signs?|brackets?|colons?|gates?|layers?|units?|sigmoids?|softmax|ReLUs?|inputs?|outputs?"
    r"|matrix|matrices|convolution)"
)
_THINK = "think|look|listen|ask|check|rest|consider|wonder|admire|read|eat|drink"
_FOR_WHOM = r"us|you|me|him|her|them|it|any\w+|every\w+|the|an?|this|that|these|those|most|many"
_THING = r"[\w ]{1,40}?"

AVOIDED: dict[str, str] = {
    r"\b(?<!each )(?:derivatives?|gradients?) by (?:(?:the|an?|its|all|each) )?(?:\w+ )?"
    r"(?:weights?|bias(?:es)?|(?:weighted )?inputs?|outputs?)\b": '"the derivative with respect to …"',
    r"\b(?:[Ww]hoever\b|Who [a-z]+s\b(?<!Who is)(?<!Who was)(?<!Who has)(?=[^?.]*[.:]))": '"anyone who …"',
    r"\b[Ss]hall\b": '"will", "should" or "is to"',
    r"\b(?:above|below|beside|under|in front|on the (?:left|right)|between) stands?\b": '"is" or "appears"',
    r"\bstands? (?:above|below|beside|at|in (?:the|its|row|column)|there with)\b": '"is" or "appears"',
    rf"\bstop(?:s|ped|ping)? to (?!(?:{_THINK})\b)[a-z]+": '"stop …ing"; after "to" is what one stops for',
    rf"\bno use to (?!(?:{_FOR_WHOM})\b)[a-z]+": '"no use …ing"',
    rf"(?<!idea )(?<!reason )(?<!thought )(?<!story )(?<!rule )(?<!mathematics )\b[Bb]ehind "
    rf"(?:the|an?|each|every|another|this|that|their|its) (?:\w+ )?{_PART}\b": '"after", or "before"',
    rf"\bone behind (?:the )?other\b|\b{_PART} behind (?:it|them)\b": '"after", or "before"',
    r"\b(?:numbers?|functions?|something|anything|nothing) to derive\b"
    r"|\b(?:is|are|be|being) derived by (?:its|the|each|all|an?|which|what)\b": '"differentiate"',
    rf"\bderivatives? of {_THING} by (?:one|its|their|the|each|an?) (?:own |other )?"
    r"(?:factor|argument|number|entry)\b(?! of )": '"with respect to"',
    rf"\b[Ss]lopes? of {_THING} by (?:its|their) own (?:input|argument)s?\b": '"with respect to"',
    rf"(?<!\b[Tt]he )(?<!\band )(?<!\bor )\b[a-z]+ the {_MORE},? the {_MORE}\b": '"the more …, the larger …"',
    rf"\b[Tt]he {_MORE} [^,.;:]*, the {_MORE} (?:is|are) (?:its|their|the|his|her|our|your|an?)\b": '"…, the '
    'larger its …", without a verb',
    r"\b(?:stays?|same|alike|so do(?:es)?)\b[^.;:]{0,60}, only that\b": '"except that"',
    r"\b[Tt]he same is why\b": '"For the same reason"',
    r"\band else (?:0|1|zero|one|nothing|none)\b": '"and 0 elsewhere" or "otherwise"',
    r"\b(?:million|thousand)[- ](?:million|thousand)(?:th)?s?\b": '"billion" or "trillion"',
    r"\b(?:thousand|million)s of millions\b|\b[Mm]illiards?\b": '"billions"',
    r"\b(?:moments|steps|layers|pixels|columns|rows) far\b": '"across … steps" or "… steps away"',
    r"\bways to the (?:cost|output|loss)\b": '"paths"',
    r'\broads? around(?=[.,;:)"*]|$)': '"bypass"',
    r"\([Ii]n (?:the listing|Python)\b": 'a line of its own below the listing, "In the listing: …"',
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
