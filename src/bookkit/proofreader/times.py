r"""Letters that count steps and are not declared: the k of ``x_k = x_{k-1} - \alpha x_{k-1}``.

A line that makes one of many from the one before, ``x_{k-1}``, or the next from this one, ``x_{k+1} = …``, is
how a sequence goes on; nothing else is written so. It is none where the page has said that the letters are
entries of an array, and the letter counts no steps where it is a length, or below the letter of an array, or
goes through a sum without an end.

What else has such a letter below and is a number in the table, the g of ``g_t``, has a value at each time,
from 0 on.

Where there are times, T is how many, and above an array it is the sign of a transpose all the same. A column
has no powers, so there it can be nothing else. A matrix has, so there it is a power where the page has any
other T; but such a page is judged with transposes there, too. What comes out differently is left open,
except where a formula has the number of steps besides and is true, ``h_T = W^T h_0``. A formula with both,
``h_t^T W^T``, stays as it is written, a column with a power, which is not read, unless the page has no T that
may be a number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bookkit import notations
from bookkit.notations.table import Notation
from bookkit.pages.source import Page
from bookkit.proofreader.names import is_array, plain

_BASE = r"(?P<base>\\(?:mathbf|boldsymbol|bm|tilde|hat|bar|vec)\s*\{\\?\w+\}|\\[A-Za-z]+|[A-Za-z])"
_NOW = re.compile(rf"{_BASE}_(?:(?P<one>[a-z])|\{{\s*(?P<letter>[a-z]|\\tau)\s*(?P<next>\+\s*1\s*)?\}})")
_IS = re.compile(
    r"\s*(?:\^\s*\{\s*\\(?:mathrm|text)\s*\{[^{}]*\}\s*\}\s*)?(?:=|:=|\\coloneqq)"
)  # behind a label
_NUMBER_OF_STEPS = re.compile(r"(?<![\\\w^{])T\s*(?:=|:=|\\coloneqq)")  # which the page calls T for another

_ABOVE = re.compile(rf"(?P<symbol>{_BASE}(?:_(?:\w|\{{[^{{}}]*\}}))?)\s*\^\s*(?:T(?![A-Za-z])|\{{\s*T\s*\}})")
_ABOVE_BRACKET = re.compile(r"[)\]]\s*\^\s*(?:T(?![A-Za-z])|\{\s*T\s*\})")
_LETTER = re.compile(_BASE)
_LETTER_IS = re.compile(rf"\s*{_BASE}(?:_(?:\w|\{{[^{{}}]*\}}))?\s*(?:=|:=|\\coloneqq)")
_ABOVE_SUM = re.compile(r"\\(?:sum|prod)\s*(?:_(?:\w|\{[^{}]*\})\s*)?\^\s*(?:T(?![A-Za-z])|\{\s*T\s*\})")
_T = re.compile(r"(?<![A-Za-z\\])T(?![A-Za-z])")
_COLUMN = re.compile(r"\Aan? (?:column|vector)\b")
_LINE = re.compile(r"\Aan? (?:column|vector|row)\b")
_ARRAY_ONCE = re.compile(r"\b(?:column|vector|row|rows|columns|matrix)\b")


def with_times(page: Page) -> Page:
    """Return a page that has declared the letters that count its steps."""
    said: dict[str, str] = page.front_matter["symbols"]
    texts = [equation.latex for equation in page.equations]
    if "T" in said or any(_NUMBER_OF_STEPS.search(text) for text in texts):
        return page
    arrays = {plain(name) for name, words in said.items() if is_array(words) or "size" in words.split()}
    found: dict[str, str] = {}
    for base, letter in dict.fromkeys(pair for text in texts for pair in _sequences(text)):
        length = any(re.search(rf"\b{re.escape(letter)}\b", words) for words in said.values())
        entry = base in arrays or any(_counts(letter, text, arrays) for text in texts)
        if letter not in said and not length and not entry:
            found[letter] = "a time"
    if not found:
        return page
    table = notations.get(page.front_matter["notation"])
    for letter in tuple(found):
        found |= _at_each_time(letter, texts, said, table)
    return replace(page, front_matter={**page.front_matter, "symbols": {**said, **found}})


def _at_each_time(letter: str, texts: list[str], said: dict[str, str], table: Notation) -> dict[str, str]:
    """The numbers of the table that the page has at each time and of which it says nothing else."""
    known = {plain(name) for name in said}
    below = [(match, text) for text in texts for match in _NOW.finditer(text)]
    below = [(match, text) for match, text in below if letter in (match["one"], match["letter"])]
    defined = {match["base"] for match, text in below if _IS.match(text, match.end())}
    found = {}
    for name in sorted({match["base"] for match, _ in below} - defined - known):
        row = table.by_base.get(name)
        if row is not None and row.is_any_number:
            found[f"{name}_{{{letter}}}"] = f"{row.as_number} at each time"
    return found


def _sequences(text: str) -> list[tuple[str, str]]:
    """The sequences that a formula makes from their own past, with the letter of their times."""
    found = []
    for match in _NOW.finditer(text):
        if not _IS.match(text, match.end()):
            continue
        base, letter = re.escape(match["base"]), match["one"] or match["letter"]
        one = re.escape(letter)
        before = rf"{one}(?![a-zA-Z])|\{{\s*{one}\s*\}}" if match["next"] else rf"\{{\s*{one}\s*-\s*1\s*\}}"
        if re.compile(rf"{base}_(?:{before})").search(text, match.end()):
            found.append((plain(match["base"]), letter))
    return found


def _counts(letter: str, text: str, arrays: set[str]) -> bool:
    """Whether a formula has a letter below that of an array, or in a sum that says not how far it goes."""
    one = re.escape(letter)
    if re.search(rf"\\(?:sum|prod)\s*_(?:{one}(?![a-zA-Z])|\{{\s*{one}\s*\}})", text):
        return True
    script = rf"{one}(?![a-zA-Z])|\{{[^{{}}]*(?<![\\]){one}[^{{}}]*\}}"
    return any(plain(match["base"]) in arrays for match in re.finditer(rf"{_BASE}_(?:{script})", text))


def with_transposes(page: Page, of_matrices: bool = False) -> Page:
    r"""Return a page with times on which ``h_t^T`` is written as ``h_t^\top``; and ``W^T`` as well.

    Where every T of the page is above an array, what is made from rows or columns, or a bracket with one of
    these in it, it is the sign of a transpose everywhere: nothing else on such a page counts to T.
    """
    if not _may_transpose(page):
        return page
    texts = [equation.latex for equation in page.equations]
    arrays, columns = _arrays(page, _ARRAY_ONCE), _arrays(page, _COLUMN)
    lines = _with_made(_arrays(page, _LINE), texts)
    above = sum(plain(match["base"]) in arrays | lines for text in texts for match in _ABOVE.finditer(text))
    above += sum(len(_brackets_with(lines, text)) for text in texts)
    alone = above == sum(len(_T.findall(text)) for text in texts)  # as a sign of transposes
    arrays, every = arrays | lines if alone else arrays, of_matrices or alone

    def is_open(text: str) -> bool:
        what = {plain(match["base"]) for match in _ABOVE.finditer(text)} & arrays
        return not every and bool(what & columns) and bool(what - columns)

    def written(match: re.Match[str]) -> str:
        transposed = plain(match["base"]) in (arrays if every else columns)
        return f"{match['symbol']}^{{\\top}}" if transposed else match[0]

    def of_brackets(text: str) -> str:
        for start, end in reversed(_brackets_with(lines, text) if alone else []):
            text = f"{text[:start]}^{{\\top}}{text[end:]}"
        return text

    equations = tuple(
        equation
        if is_open(equation.latex)
        else replace(equation, latex=_ABOVE.sub(written, of_brackets(equation.latex)))
        for equation in page.equations
    )
    return replace(page, equations=equations)


def _with_made(lines: set[str], texts: list[str]) -> set[str]:
    """Letters of rows and columns, and those that the page makes from them: the a of ``a_t = W h_{t-1}``."""
    found = set(lines)
    for text in texts:
        match = _LETTER_IS.match(text)
        right = {plain(item["base"]) for item in _LETTER.finditer(text, match.end())} if match else set()
        if match and right & found:
            found.add(plain(match["base"]))
    return found


def _brackets_with(lines: set[str], text: str) -> list[tuple[int, int]]:
    """Where a T stands above a bracket that names a row or a column, with its ``^``."""
    found = []
    for match in _ABOVE_BRACKET.finditer(text):
        at, depth = match.start(), 0
        while at >= 0 and (depth := depth + (text[at] in ")]") - (text[at] in "([")) > 0:
            at -= 1
        inside = text[max(at, 0) : match.start()]
        if any(plain(item["base"]) in lines for item in _LETTER.finditer(inside)):
            found.append((match.start() + 1, match.end()))
    return found


def counts_steps(page: Page, text: str) -> bool:
    """Whether a formula has the number of steps T, be it not above a sum or an array."""
    arrays = _arrays(page, _ARRAY_ONCE)
    rest = _ABOVE.sub(lambda match: "" if plain(match["base"]) in arrays else match[0], text)
    return _T.search(_ABOVE_SUM.sub("", rest)) is not None


def _may_transpose(page: Page) -> bool:
    said: dict[str, str] = page.front_matter["symbols"]
    times = any(words == "a time" or words.endswith("at each time") for words in said.values())
    return times and "T" not in said


def _arrays(page: Page, kind: re.Pattern[str]) -> set[str]:
    """The letters that the page has declared as such."""
    said: dict[str, str] = page.front_matter["symbols"]
    return {plain(name) for name, words in said.items() if kind.search(words)}
