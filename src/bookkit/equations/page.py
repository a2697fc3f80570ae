"""All equations of a page, in its order: what one defines, the next ones know.
Verdicts are kept by content.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from bookkit import notations
from bookkit.cache import Cache, fingerprint, fingerprint_files
from bookkit.equations import tree as t
from bookkit.equations.context import Context
from bookkit.equations.errors import EquationError
from bookkit.equations.judge import check
from bookkit.equations.kept import UnreadableError, decode, encode
from bookkit.equations.parse import parse
from bookkit.equations.verdict import Verdict
from bookkit.notations import declared
from bookkit.source import Equation, Page, PageError, line_with

USUAL_NOTATION = "calculus"
_RELATION = re.compile(
    r"[=<>≤≥≈≠∈←≔]|\\(?:approx|leq?|geq?|neq?|in|coloneqq?|leftarrow|gets|lt|gt|propto|sim|equiv|iff|implies)(?![A-Za-z])"
)


def check_page(page: Page, cache: Cache | None = None) -> list[tuple[Equation, Verdict]]:
    """Judges the equations of a page one after the other; inline formulas that claim nothing come out true.

    A formula without a relation that cannot be read is let be: it claims nothing.
    """
    cache = Cache("equations") if cache is None else cache
    usual = str(page.front_matter.get("notation", USUAL_NOTATION))
    symbols = own_symbols(page)
    context = Context()
    found = []
    for equation in page.equations:
        verdict = _kept(cache, equation, usual, symbols, context)
        context = verdict.context
        found.append((equation, verdict))
    return found


def own_symbols(page: Page) -> dict[str, str]:
    """The symbols that a page declares in its front matter, spelled as the parser spells them.

    Raises PageError, naming the symbol, where one cannot be had.
    """
    said = page.front_matter.get("symbols") or {}
    usual = str(page.front_matter.get("notation", USUAL_NOTATION))
    line = line_with(page.path, "symbols:") if page.path.is_file() else 1
    if not isinstance(said, dict) or not all(isinstance(words, str) for words in said.values()):
        raise PageError(page.path, line, f"`symbols` are lines such as `h: a column of n`; {declared.ways()}")
    found: dict[str, str] = {}
    for name, words in said.items():
        try:
            tree = parse(str(name))
            letter = tree.statements[0].chain.first if len(tree.statements) == 1 else None
        except EquationError as error:
            raise PageError(page.path, line, f"the symbol {name} cannot be read: {error}") from None
        base = letter.base if isinstance(letter, t.Scripted) else letter
        if tree.is_claim or letter is None or not isinstance(base, (t.Name, t.Word, t.Accent)):
            raise PageError(page.path, line, f"{name} is no symbol that can be declared")
        found[letter.latex()] = words.strip()
    if len(found) > declared.MOST:
        raise PageError(page.path, line, f"a page declares at most {declared.MOST} symbols, not {len(found)}")
    try:
        if usual in notations.names():
            declared.extended(notations.get(usual), found)
    except declared.DeclarationError as error:
        raise PageError(page.path, line, str(error)) from None
    return found


def makes_claim(equation: Equation) -> bool:
    """Whether a formula has a relation, so that it is counted among the equations."""
    try:
        return parse(equation.latex).is_claim
    except EquationError:
        return _RELATION.search(equation.latex) is not None


def _judged(equation: Equation, usual: str, symbols: dict[str, str], context: Context) -> Verdict:
    if not makes_claim(equation) and "% unchecked" not in equation.latex:
        return Verdict("true", reason="claims nothing", context=context)
    return check(equation.latex, usual, context, symbols=symbols)


def _kept(cache: Cache, equation: Equation, usual: str, symbols: dict[str, str], context: Context) -> Verdict:
    """The verdict from the cache, or a new one."""
    own = repr(sorted(symbols.items()))
    key = fingerprint(equation.latex, usual, own, context.fingerprint, checker_fingerprint())
    if (kept := cache.get(key)) is not None:
        try:
            return decode(kept)
        except UnreadableError:
            pass  # whoever wrote it, the equation can be judged
    text = encode(_judged(equation, usual, symbols, context))
    cache.put(key, text)
    return decode(text)  # the same, also to the last type of a number, whether it was kept or not


@lru_cache(maxsize=1)
def checker_fingerprint() -> str:
    """Changes whenever the checker or a notation changes."""
    folder = Path(__file__).parent
    own = fingerprint_files([*folder.glob("*.py"), *folder.glob("*.lark")])
    return fingerprint(own, notations.fingerprint())
