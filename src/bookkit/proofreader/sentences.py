r"""What the words around a formula leave open: "If $\det A \neq 0$, …" claims nothing of A.

An inequality, a ``\neq`` or a ``\in`` in the middle of a sentence says as often what letters have to
fulfil as what they do. Which of both it is, only words say, and those are not read. So such a formula is
marked, and where it holds for some values and fails for others, it is left open. By itself, or displayed
behind words that suppose nothing, it is a claim and is refuted.

An equation about functions that may be any, ``f(-x) = f(x)``, may say which are meant as well, but stands in
the middle of a sentence as a claim more often. So it is left open only where words of its sentence suppose
something, before it or behind: "let f be even", "by linearity", "for all linear f". That functions are
smooth, or that they are any, supposes nothing.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from bookkit.pages.source import Equation, Page

_SENTENCE = re.compile(  # where one begins: behind another one or a heading, as a paragraph or an item
    r"[.?!](?=\s|\Z)|^[ \t]*(?:#.*|[-*+] |\d+[.)] )|\n[ \t]*\n\s*(?=[A-Z])", re.MULTILINE
)
_SUPPOSING = (
    r"if|when|whenever|where|unless|with|for|such|provided|supposing|suppose|supposed|assuming|assume|assumed"
    r"|let|given|require|requires|requiring|under|subject to|satisfies|satisfying|satisfy|fulfils|fulfilling"
    r"|condition|conditions|constraint|constraints|assumption|assumptions|domain"
)
_ENDS_SUPPOSING = re.compile(rf"\b(?:{_SUPPOSING})(?:\s+that)?\W*\Z", re.IGNORECASE)
_ENDS_CLAIMING = re.compile(
    r"\b(?:then|so|hence|thus|therefore|have|has|get|gets|gives|implies|show|shows|means|that|because|since"
    r"|always|obviously|clearly|indeed)\W*\Z",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(  # what is supposed in words, of which nothing is known: "If A is regular"
    r"\b(?:if|when|whenever|unless|provided|supposing|suppose|assuming|assume|let)\b(?:\s+that\b)?"
    r"(?P<what>[^,;:]*?)(?=,|;|:|\bthen\b|\Z)",
    re.IGNORECASE,
)
_ENDS_WITH_A_LAW = re.compile(
    rf"\b(?:{_SUPPOSING}|called|property|properties|law|equation|equations|solve|solves)"
    r"(?:\s+(?:is|are|reads?|says?|becomes?|asks?|demands?))?(?:\s+that)?\W*\Z",
    re.IGNORECASE,
)
_NAMES_A_LAW = re.compile(  # behind it: "is Cauchy's functional equation", "is called additivity"
    r"\b(?:called|property|properties|law|equation|equations|solved|only|axioms?|conditions?|assumptions?)\b"
    r"|\b(?:characteri[sz]e|define)[sd]?\b",
    re.IGNORECASE,
)
_ENDS_IN_FORMULA = re.compile(r"[.?!][\s}]*\Z")
_BEGINS_ANEW = re.compile(r"\s*[A-Z]")  # behind a displayed formula
_NEXT_ROW = re.compile(r"\n\s*\|")  # of a table
_OF_A_LAW = re.compile(  # up to the next of them: "suppose that for all x"
    r"\b(?P<how>if|when|whenever|unless|provided|suppos(?:e|ed|ing)|assum(?:e|ed|ing)|let(?! us\b)|given"
    r"|since|because|for|with|where)\b"
    r"(?P<what>[^,;:]*?)(?=,|;|:|\bthen\b|\bwe\b|\Z)",
    re.IGNORECASE,
)
_LETS = ("let", "suppose", "supposed", "supposing", "assume", "assumed", "assuming", "given")
_SAYS_NOTHING = re.compile(  # of which functions are meant, and what only names a rule
    r"\b(?:a|an|the|that|and|or|of|in|on|to|by|be|is|are|it|its|they|this|these|those|all|any|every|each|some|two"
    r"|both|once|twice|again|always|arbitrary|general|(?:sufficiently|continuously|infinitely)\b|smooth"
    r"|differentiable|continuous|integrable|real|functions?|variables?|values?|numbers?|arguments?|points?|pairs?"
    r"|example|instance|reasons?|products?|sums?|quotients?|derivatives?|rules?|chain|theorem|formula|lemma"
    r"|definition)\b",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"\b(?:then|so|hence|thus|therefore|have|gives?|implies|shows?|means|follows|obviously|clearly)\b",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:be|is|are)\b", re.IGNORECASE)
_LAWFUL = re.compile(  # of which an equation follows
    r"\b(?:even(?! (?:if|though|when|more|so|better)\b)|odd|linear|affine|additive|multiplicative|homogeneous"
    r"|homomorphisms?|periodic|constant|invariant|equivariant|symmetric|antisymmetric|radial|harmonic|idempotent"
    r"|involutions?|solutions?)\b"
    r"|\b(?:linearity|additivity|homogeneity|periodicity|evenness|oddness|symmetry|invariance|equivariance)\b"
    r"(?! of (?:the |a )?(?:derivative|differentiation|gradient|limit|integral|integration|sum|mean))",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:then|thus|hence|so|therefore|it follows|this means)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]{2}")
_CLAUSE = re.compile(r"[,;:(]")
_FORMULA = "ƒ"  # in place of a displayed one, behind which a sentence goes on
_FAR, _LONG = 12, 2000  # the lines and the letters in which a sentence begins


def with_suppositions(page: Page) -> Page:
    """Return a page on which each formula that may be an assumption, by the words before it, is marked."""
    prose = {item.line: item.text for item in page.prose}
    lines = page.text.split("\n")
    words = [prose.get(number, "") for number in range(1, len(lines) + 1)]
    worded = _worded(words, lines)
    displayed_on = {equation.line - 1 for equation in page.equations if equation.display}
    marked = [_FORMULA if row in displayed_on else said for row, said in enumerate(words)]
    column, before = 0, 0
    found: list[Equation] = []
    for equation in page.equations:
        row = equation.line - 1
        column = column if equation.line == before else 0
        place = lines[row].find(equation.latex.split("\n")[0], column) if row < len(lines) else -1
        column, before = max(place, column), equation.line
        on_it = words[row][:column] if row < len(words) else ""
        behind = "\n".join([*words[max(0, row - _FAR) : row], on_it])[-_LONG:]
        behind_formulas = "\n".join([*marked[max(0, row - _FAR) : row], on_it])[-_LONG:]
        column += len(equation.latex)  # the next one on this line stands behind it
        displayed = equation.display or not worded[row]
        on_it = words[row][column:] if row < len(words) else ""
        rest = _rest_of_sentence(equation, "\n".join([on_it, *words[row + 1 : row + _FAR]])[:_LONG])
        supposing = is_supposing(behind, displayed)
        in_words = may_assume_a_law(behind_formulas) or may_name_a_law(rest)
        found.append(replace(equation, supposing=supposing, in_words=in_words))
    return replace(page, equations=tuple(found))


def is_supposing(before: str, displayed: bool) -> bool:
    """Whether the words before a formula leave open that it is an assumption."""
    sentence = _SENTENCE.split(before)[-1]
    if any(_WORD.search(match["what"]) for match in _IN_WORDS.finditer(sentence)):
        return True
    clause = _CLAUSE.split(sentence.rstrip(": \n"))[-1]
    if _ENDS_SUPPOSING.search(clause):
        return True
    return not displayed and not _ENDS_CLAIMING.search(clause)


def may_assume_a_law(before: str) -> bool:
    """Whether words before an equation about functions leave open that it says which ones are meant.

    A sentence that begins with "then" stands under what the one before it supposes: "let f be even".
    """
    *earlier, sentence = _SENTENCE.split(before)
    goes_on = _supposed(earlier[-1]) if earlier and _GOES_ON.match(sentence) else []
    if any(map(_LAWFUL.search, [sentence, *goes_on])):  # "an even function has", "by linearity"
        return True
    if _ENDS_WITH_A_LAW.search(_CLAUSE.split(sentence.rstrip(": \n"))[-1]):
        return True
    return _supposes_something(sentence) or any(
        match["how"].lower() in _LETS
        and _IS.search(match["what"])
        and not _CLAIMS.search(sentence, match.end())
        for match in _OF_A_LAW.finditer(sentence)
    )


def may_name_a_law(rest: str) -> bool:
    """Whether the rest of its sentence leaves open that an equation holds for some functions only."""
    return bool(_LAWFUL.search(rest) or _NAMES_A_LAW.search(rest)) or _supposes_something(rest)


def _rest_of_sentence(equation: Equation, behind: str) -> str:
    """The words behind a formula, up to the end of its sentence."""
    if _ENDS_IN_FORMULA.search(equation.latex) or (equation.display and _BEGINS_ANEW.match(behind)):
        return ""
    sentence = _SENTENCE.split(_FORMULA + behind)[0]  # behind the formula, so that no dash begins an item
    return _NEXT_ROW.split(sentence)[0]


def _supposes_something(words: str) -> bool:
    return any(_WORD.search(_SAYS_NOTHING.sub("", said)) for said in _supposed(words))


def _supposed(sentence: str) -> list[str]:
    return [match["what"] for match in _OF_A_LAW.finditer(sentence)]


def _worded(words: list[str], lines: list[str]) -> list[bool]:
    """For each line, whether there are words in the paragraph in which it stands."""
    found: list[bool] = []
    for blank, group in itertools.groupby(zip(words, lines, strict=True), lambda pair: not pair[1].strip()):
        paragraph = [line for line, _ in group]
        found += [not blank and _WORD.search(" ".join(paragraph)) is not None] * len(paragraph)
    return found
