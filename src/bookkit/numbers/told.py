"""Which numbers of a text are judged: a year, a version, a place, a part of a name is told by its form."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from bookkit.numbers import words as number_words
from bookkit.numbers.reading import NEAR, Number, read_numbers
from bookkit.paths import ROOT
from bookkit.seeing.parts import folded

# What the book counts and measures. A whole number before one of these is a result, or is said of the data.
_UNITS = (
    "epochs?|steps?|samples?|layers?|units?|neurons?|parameters?|weights?|biases|seeds?|starts?|times|seconds?|ms"
    "|milliseconds?|minutes?|hours?|operations?|multiplications?|additions?|percent|inputs?|outputs?|images?|pixels?"
    "|batches|runs?|passes|iterations?|updates?|digits?|entries|columns?|rows?|apples?|fruits?|features?|draws?"
    "|[KMG]i?B|bytes?|kilobytes?|megabytes?|evaluations?|points?|classes|values?|numbers"
)
_WIDTHS = {"8", "16", "32", "64", "128"}  # of numbers in computers: 32 bits
_BETWEEN = r"(?:(?!(?:of|in|about|and|or|to|for|with|from|per|by|at|on|the)\b)[a-z]+[\s-]){0,2}"
UNIT = re.compile(
    rf"(?:(?:st|nd|rd|th)?[\s-]{_BETWEEN}(?:{_UNITS})|[\s-]?fold|[kKM]|\s(?:hundred|thousand|million|billion)|\s?(?:ms|h|min|dB|[KMG]i?B)|\ss)(?![A-Za-z])"
    rf"|\s(?:out\s)?of\s(?:the\s|its\s|all\s)?(?:\d|{_UNITS})|\sin\s\d|\s?[x×](?!\s?[\d(\ue000]|\s?[A-Za-z](?![a-z]))"
    r"|\s?(?:轮|步|层|次|秒|个(?:样本|神经元|参数|权重|单元))"
)
_OF_SO_MANY = re.compile(r"\s(?:out\s)?of\s(?:the\s)?[a-z]+(?:[\s-][a-z]+)?\b(?=[\s.,;:)])")
_COUNTED_BEFORE = re.compile(r"\bfactors?\sof\s(?:about\s|some\s|more\sthan\s)?\Z")
_MEASURED = re.compile(rf"[\s-]?(?:{_UNITS}|fold|%|per\s?cent|s|x|×)(?![A-Za-z])")
_ABOUT = re.compile(r"\b(?:about|nearly|almost|around|roughly|some|over|(?:more|less) than)\s+\Z", re.I)
# Where a work is cited: *BIT* 16 (1976), pages 146–160; volume 1, chapter 11.
_CITED = re.compile(
    r"(?:\b(?:pages?|pp?\.|chapters?|ch\.|volumes?|vol\.|numbers?|no\.|parts?|sections?|sec\.|exercises?)\s+|§\s?)"
    r"(?:\d+\s?[-–]\s?)?\Z",
    re.I,
)
FREE_UP_TO = 12  # a small number counts what stands on the page; beside a decimal or a unit it is judged
_SENTENCE_END = re.compile(
    r"(?<=[.!?:;])(?<!\bpp\.)(?<!\bp\.)(?<!\bvol\.)(?<!\bno\.)(?<!\bch\.)(?<!\bsec\.)(?<!\beq\.)\s|(?<=[。！？；：])"
)
_RELEASE = re.compile(
    r"(?<![\w-])(?P<name>[A-Za-z][\w.-]*)\s+(?:version\s+|v)?(?:[<>=≤≥~]=?\s*)?(?P<release>\d+(?:\.\d+)+)"
    r"(?:\s?(?:–|to)\s?(?P<last>\d+(?:\.\d+)+))?"
)
# A version such as 1.2.3; three groups of digits are 1.000.000.
_TRIPLE = re.compile(r"(?<![\d.])(?!\d{1,3}(?:\.\d{3})+(?!\d))\d+(?:\.\d+){2,}(?![\d.])")
_ADDRESS = re.compile(r"https?://\S+")
_YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)"
_LIKE_A_YEAR = re.compile(
    r"(?:\b(?:in|since|from|early|late|between)|(?<!\d)\s+of|[(,])\s?\Z"
    rf"|\b(?:in|since|from|between|of)\s(?:{_YEAR}(?:,?\s(?:and|or|to)\s|,\s|–))+\Z",
    re.I,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# What has digits and is no number: a date, where a work is found, the name of a standard or a licence.
_REFERENCE = re.compile(
    rf"(?<![\d.])(?:\d{{1,2}}\s)?{_MONTH}(?:\s\d{{1,2}})?,?\s{_YEAR}(?!\.?\d)"
    rf"|(?<![\d-]){_YEAR}-\d\d-\d\d(?![\d-])|(?<!\d){_YEAR}年|第\d+[页章节]"
    r"|\b10\.\d{4,9}/[\w./;()-]*\w|\barXiv[:\s]\s?\d{4}\.\d{4,5}(?:v\d+)?|\bISBN[:\s]\s?[\dX-]{10,17}"
    r"|\b(?:ISO|IEEE|RFC|UTF)[\s-]\d+(?!\.?\d)|\b(?:CC[\s-]BY(?:-[A-Z]{2})*|GPL|LGPL|Apache|MPL|OFL)[\s-]\d\.\d(?!\.?\d)"
    r"|(?<![\d.:])\d{1,4}(?:\(\d{1,3}\),?[:\s]|:)\s?\d+[-–]\d+(?![\d:]|\.\d)"
    rf"|(?<=\({_YEAR}\),\s)\d+[-–]\d+(?!\d|\.\d)"
)
_PLACE = re.compile(
    r"(?:\b(?:chapters?|ch\.|sections?|sec\.|theorems?|lemmas?|propositions?|equations?|eq\.|algorithms?|exercises?)\s\(?"
    r"|§\s?)\Z",
    re.I,
)
_ATTRIBUTES = re.compile(
    r"\{:?\s*(?:[#.][\w.:-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[\w.-]+))(?:\s+[^{}\n]*)?\}|^\s+attrs:.*$"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!])")


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


@lru_cache(maxsize=1)
def _releases() -> dict[str, set[str]]:
    """The versions of the programs that the book is made with, by their names in small letters."""
    found: dict[str, set[str]] = {}
    for name in ("requirements.lock", "pyproject.toml", "package.json", "package-lock.json"):
        path = ROOT / name
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        for pattern in _PINNED:
            for match in pattern.finditer(text):
                program = match["name"].rpartition("/")[2].lower().replace("requires-python", "python")
                found.setdefault(program, set()).update(re.findall(r"\d+(?:\.\d+)+", match["releases"]))
    return found


_PINNED = (
    re.compile(
        r"(?:^\s*|[\"'])(?P<name>[\w.-]+)(?:\[[\w,-]*\])?\s*(?P<releases>[=<>~!]=\s*[\w.,<>=~! ]+)",
        re.MULTILINE,
    ),
    re.compile(r"(?P<name>requires-python)\s*=\s*\"(?P<releases>[^\"]*)\""),
    re.compile(r"Programming Language :: (?P<name>Python) :: (?P<releases>[\d.]+)"),
    re.compile(
        r"\"(?:node_modules/)?(?P<name>[@\w./-]+)\":\s*(?:\{\s*\"version\":\s*)?\"\^?(?P<releases>[\d.]+)\""
    ),
)


def _without_versions(text: str) -> str:
    """The text without versions that are known; one that is followed by a unit is a measurement."""

    def blank(match: re.Match[str]) -> str:
        known = _releases().get(match["name"].lower(), set())
        typed = [release for release in (match["release"], match["last"]) if release]
        fits = all(any(f"{full}.".startswith(f"{release}.") for full in known) for release in typed)
        measured = _MEASURED.match(text, match.end()) or text.startswith(("%", "×"), match.end())
        return " " * len(match[0]) if fits and not measured else match[0]

    return _RELEASE.sub(blank, text)


def plain(text: str) -> str:
    """The text as readers see it: digits of all scripts alike, addresses and versions gone."""
    text = folded(_ESCAPE.sub(r"\1", html.unescape(text)))
    for pattern in (_ATTRIBUTES, _ADDRESS, _REFERENCE):
        text = _blank(text, pattern)
    return _blank(_without_versions(text), _TRIPLE)


def numbers_to_judge(text: str, heard: bool = False) -> Iterator[Number]:
    """Yield the numbers of a plain text that have to be borne out by a listing.

    What is only heard describes a drawing: small whole numbers in it count what is to be seen.
    """
    start = 0
    for sentence in _SENTENCE_END.split(text):
        numbers = read_numbers(sentence)
        beside = any(number.fractional for number in numbers)
        for number in numbers:
            if number.fractional and number.ratio is None and _is_place(number, sentence):
                continue
            small = heard and not beside and abs(number.value) <= FREE_UP_TO
            if number.fractional or (not small and (number.percent or _is_result(number, sentence, beside))):
                yield replace(number, start=number.start + start, about=_is_rough(sentence, number.start))
        for number in _in_words(sentence):
            yield replace(number, start=number.start + start)
        start += len(sentence) + 1


def _in_words(sentence: str) -> Iterator[Number]:
    """The numbers in words above twelve that count something: thirteen derivatives, forty of forty starts."""
    for at, words, value in number_words.read(sentence):
        counted = UNIT.match(sentence, at + len(words)) or _OF_SO_MANY.match(sentence, at + len(words))
        if value > FREE_UP_TO and counted:
            yield Number(words, Decimal(value), start=at, about=_is_rough(sentence, at))


def _is_rough(sentence: str, at: int) -> bool:
    """Whether the text calls the number that begins here a rough one."""
    return _ABOUT.search(sentence[max(at - NEAR, 0) : at]) is not None


def _is_year(number: Number, before: str, after: str) -> bool:
    """Whether a number stands where a year stands: in 1986, (Polyak, 1964), a paper of 2015, the 1960s."""
    if re.fullmatch(_YEAR, number.text) is None or UNIT.match(after) is not None:
        return False
    if _LIKE_A_YEAR.search(before) is not None:
        return re.match(r"\Z|s?(?:[).,;:?!–]|,?\s+(?!of\b)[(A-Za-z])", after) is not None
    if number.text.endswith("0"):
        return re.search(r"\b(?:the|mid|mid-)\s?\Z", before, re.I) is not None and after[:1] == "s"
    if re.search(r"\b(?:by|before|after|until|till|was|year)\s\Z", before, re.I) is not None:
        return re.match(r"\Z|[).,;:?!]|,?\s+(?!of\b)[(A-Za-z]", after) is not None
    return re.search(r"\b(?:the|a|her|his|their)\s\Z", before, re.I) is not None and (
        re.match(r"\s(?:paper|article|book|edition|thesis|report|talk|lecture)s?\b", after) is not None
    )


def _is_place(number: Number, sentence: str) -> bool:
    """Whether what looks like a decimal is a section or a theorem of a cited work: Section 2.4, (2.14)."""
    end = number.start + len(number.text)
    before = sentence[max(number.start - NEAR, 0) : number.start]
    named = re.fullmatch(r"[1-9]\d?\.[1-9]\d?", number.text) and _PLACE.search(before)
    cited = re.match(r"\)?\s(?:of|in)\s", sentence[end : end + 9])  # the book's own are counted, never typed
    return bool(named and cited) and UNIT.match(sentence, end) is None


def _is_citation(before: str, after: str) -> bool:
    """Whether a whole number tells where a work is found: a page, a volume before its year."""
    return (_CITED.search(before) is not None and UNIT.match(after) is None) or re.match(
        r"\s\((?:1[89]|20)\d\d\)", after
    ) is not None


def _is_result(number: Number, sentence: str, beside: bool) -> bool:
    """Whether a whole number is judged: it is large, counts things, or stands beside a decimal."""
    end = number.start + len(number.text)
    before, after = sentence[max(number.start - NEAR, 0) : number.start], sentence[end : end + NEAR]
    if before[-1:] == "_" or re.search(r"[A-Za-z]-?\Z", before):
        return False  # part of a name: BP1, float32
    if abs(number.value) <= FREE_UP_TO and re.search(r"(?:\d-|×\s?)\Z", before):
        return False  # a shape: a 2-4-3 network, 3 × 4 weights
    if re.match(r"[A-Za-z_]*[_\d]", after) or abs(number.value) <= 2 or _is_year(number, before, after):
        return False
    if _is_citation(before, after) or (number.text in _WIDTHS and re.match(r"[\s-]bits?\b", after)):
        return False
    counted = UNIT.match(after) or _COUNTED_BEFORE.search(before)
    return abs(number.value) > FREE_UP_TO or beside or counted is not None
