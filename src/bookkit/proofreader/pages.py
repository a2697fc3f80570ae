"""A page of another book: its equations, and what is found about them."""

from __future__ import annotations

import itertools
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bookkit import notations
from bookkit.equations.judging.manner import ELSEWHERE
from bookkit.equations.judging.verdict import Verdict
from bookkit.equations.page import check_page, own_symbols
from bookkit.equations.reading.lexer import tokens
from bookkit.keeping.cache import Cache, UnwritableError
from bookkit.notations.declared import DERIVATIVE, ROWS
from bookkit.notations.table import Notation
from bookkit.pages.source import Equation, Page, PageError, text_of
from bookkit.pages.source import parse_page as parsed
from bookkit.proof.judging import judge_page
from bookkit.proofreader.indices import with_indices
from bookkit.proofreader.names import plain
from bookkit.proofreader.said import declarations, is_map, says_rows, with_deviation, with_pi_apart
from bookkit.proofreader.sentences import with_suppositions
from bookkit.proofreader.symbols import with_symbols
from bookkit.proofreader.times import counts_steps, with_times, with_transposes
from bookkit.values.errors import EquationError

CHECKED, DEFINES, UNCHECKED, FALSE, UNREAD = "checked", "defines", "unchecked", "false", "not read"
KINDS = (CHECKED, UNCHECKED, FALSE, DEFINES, UNREAD)
_CLAIMING = ("REL", "TEXT", "CASES")  # a formula without any of them claims nothing
_TWO_MEANINGS = "is T a transpose here, or the number of steps? Write \\top for the sign of a transpose"
_MATHS = "math"  # the language of a fence that holds a formula


@dataclass(frozen=True)
class Finding:
    """One equation and what is found about it: `kind` is one of `KINDS`, `grade` says how strongly it is
    known.

    `message` says of a false one what refutes it, of one that is not read why, of an exempt one its reason.
    """

    line: int
    name: str
    kind: str
    grade: str = ""
    message: str = ""
    latex: str = ""


def findings(path: Path, root: Path, table: Path | None = None) -> list[Finding]:
    """Judge the equations of a page that lies below `root`.

    Raises PageError, naming file and line, for a page or a table that cannot be read.
    """
    return judged(parsed(path, text_of(path), of_this_book=False), root, table)


def judged(page: Page, root: Path, table: Path | None = None) -> list[Finding]:
    """Judge the equations of a page that has been taken apart.

    Its formulas are first looked for among its words, so before any letter is written anew. Symbols come
    before what formulas declare, which adds to them, and times before indices: what counts steps is no index.
    """
    page = with_symbols(with_suppositions(with_fences(page)), root, table)
    page = with_deviation(with_pi_apart(page))
    page, said = with_declarations(page)
    page = with_times(page)
    only_declare = tuple(
        equation for equation in said if "," in equation.latex or is_map(equation)
    )  # x, y \in R^n
    claims = [equation not in only_declare for equation in page.equations]
    found = _with_both_readings(page, lambda read: _of_equations(read, said, claims))
    found += [
        Finding(equation.line, _name(equation), DEFINES, latex=equation.latex) for equation in only_declare
    ]
    signs = [fault for fault in page.faults if not fault.message.startswith("$ ")]  # which may mean dollars
    faults = [Finding(fault.line, "text", UNREAD, "", fault.message) for fault in signs]
    return sorted([*found, *faults], key=lambda item: item.line)


def _of_equations(page: Page, said: list[Equation], claims: list[bool]) -> list[Finding | None]:
    """What is found about the equations of a page whose letters are known, as far as they claim anything."""
    page = with_indices(page)
    page = replace(page, equations=tuple(itertools.compress(page.equations, claims)))
    check: Callable[[Page], list[tuple[Equation, Verdict]]] = partial(
        check_page, cache=kept(), manner=ELSEWHERE
    )
    verdicts = judge_page(page, check)
    return [
        Finding(equation.line, _name(equation), CHECKED, "refuted", "", equation.latex)
        if place in verdicts.refuted
        else _finding(equation, verdict, equation in said)
        for place, (equation, verdict) in enumerate(verdicts.equations)
    ]


def _with_both_readings(page: Page, judged: Callable[[Page], list[Finding | None]]) -> list[Finding]:
    """What is found on a page with times, where T above a matrix may be a power or make a transpose.

    Such a page is judged twice, also where the first reading leaves nothing unread: what is true of the power
    may be false of the transpose, and the other way round, and nothing else tells which of them is meant.
    """
    usual, other = with_transposes(page), with_transposes(page, of_matrices=True)
    found = judged(usual)
    if other == usual:
        return [item for item in found if item is not None]
    pairs = zip(found, judged(other), strict=True)
    return [_left_open(page, item, again) for item, again in pairs if item is not None]


def _left_open(page: Page, item: Finding, again: Finding | None) -> Finding:
    """What is found, unless it is otherwise where T is the sign of a transpose, and so may be meant."""
    kind = UNREAD if again is None else again.kind
    differs = {
        FALSE: kind != FALSE,
        CHECKED: kind == FALSE and not counts_steps(page, item.latex),
        UNREAD: kind in (CHECKED, DEFINES),
    }
    return replace(item, kind=UNREAD, grade="", message=_TWO_MEANINGS) if differs.get(item.kind) else item


def with_fences(page: Page) -> Page:
    """Return a page on which fences of the language math are displayed formulas, as some sites write them."""
    fences = [fence for fence in page.fences if fence.language == _MATHS and fence.text.strip()]
    formulas = [Equation(fence.text.strip(), fence.line + 1, display=True) for fence in fences]
    both = sorted([*page.equations, *formulas], key=lambda equation: equation.line)
    return replace(page, equations=tuple(both)) if formulas else page


def _name(equation: Equation) -> str:
    return equation.label or equation.tag or ("display" if equation.display else "inline")


def with_declarations(page: Page) -> tuple[Page, list[Equation]]:
    """Return a page that knows what its formulas say of letters it has not declared; and these formulas."""
    table = notations.get(page.front_matter["notation"])
    known: dict[str, str] = page.front_matter["symbols"]
    used: list[Equation] = []
    for equation in page.equations:
        here = declarations(equation)
        if says_rows(equation, known):
            known = {DERIVATIVE: ROWS, **known}
        if is_map(equation) and all(known.get(name) == words for name, words in here.items()):
            used.append(equation)
        more = {name: words for name, words in here.items() if name not in known}
        more = {name: words for name, words in more.items() if words != "a size" or not _is_size(table, name)}
        if not more or any(_is_computed(table, name) for name in more):
            continue
        merged = {**known, **more}
        with suppress(PageError):  # such as h columns of h numbers: it stays a claim
            own_symbols(replace(page, front_matter={**page.front_matter, "symbols": merged}), ELSEWHERE)
            known = merged
            used.append(equation)
    return replace(page, front_matter={**page.front_matter, "symbols": known}), used


def _is_size(table: Notation, name: str) -> bool:
    return name in table.by_base and table.by_base[name].size


def _is_computed(table: Notation, name: str) -> bool:
    """Whether the table says more of a letter than that it may be any number."""
    symbol = table.by_base.get(plain(name))
    return symbol is not None and not symbol.is_any_number


def _finding(equation: Equation, verdict: Verdict, declares: bool) -> Finding | None:
    """What is found about one formula; None about one that claims nothing."""
    shown = partial(Finding, equation.line, _name(equation), latex=equation.latex)
    if verdict.status == "true":
        if not verdict.claims:
            return None
        defines = declares or all(claim.kind == "\\coloneqq" for claim in verdict.claims)
        return shown(DEFINES) if defines else shown(CHECKED, verdict.grade)
    if verdict.status == "unchecked":
        return shown(UNCHECKED, "", verdict.reason)
    if verdict.status == "false":
        return shown(FALSE, "", verdict.message)
    return shown(UNREAD, "", verdict.message) if _may_claim(equation) else None


def _may_claim(equation: Equation) -> bool:
    """Whether a formula may be an equation: a lone symbol that the table does not have claims nothing."""
    try:
        kinds = [token.kind for token in tokens(equation.latex)]
        return len(kinds) > 1 and any(kind in _CLAIMING for kind in kinds)
    except EquationError:
        return True


class _Kept(Cache):
    """Verdicts that are kept where that is possible; else they are found again."""

    def put(self, key: str, content: str | bytes) -> None:
        with suppress(UnwritableError):
            super().put(key, content)


def kept() -> Cache:
    """Where verdicts on other books are kept: in the folder BOOKKIT_CACHE, else where the user's programs
    keep such things.
    """
    named = os.environ.get("BOOKKIT_CACHE")
    if named:
        return _Kept("equations", Path(named))
    try:
        usual = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # nobody's home
        usual = Path(tempfile.gettempdir())
    return _Kept("equations", usual / "bookkit")
