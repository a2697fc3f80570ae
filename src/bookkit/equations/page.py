"""All equations of a page, in its order: what one defines, the next ones know.
Verdicts are kept by content.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from bookkit import exact, notations
from bookkit.equations import as_given, further_down, one_value
from bookkit.equations.compiling.calls import PREFIX
from bookkit.equations.drawing import budget
from bookkit.equations.judging.judge import check
from bookkit.equations.judging.kept import UnreadableError, decode, encode
from bookkit.equations.judging.manner import HERE, Manner
from bookkit.equations.judging.verdict import Verdict
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.alphabet import FUNCTIONS
from bookkit.equations.reading.conditions import is_letter
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.directives import marked
from bookkit.equations.reading.fonts import Fonts, fonts, two_fonts
from bookkit.equations.reading.lexer import tokens
from bookkit.equations.reading.parse import parse
from bookkit.keeping.cache import Cache, fingerprint, fingerprint_files
from bookkit.notations import declared
from bookkit.pages.source import Equation, Page, PageError, line_with
from bookkit.values.errors import EquationError

USUAL_NOTATION = "calculus"
_CHANCES = ("\\mathbb{P}", "P", "\\Pr")  # of what may be so or not
ALL, MORE = "=", "+"  # how the context after a kept verdict is written


def check_page(
    page: Page, cache: Cache | None = None, manner: Manner = HERE
) -> list[tuple[Equation, Verdict]]:
    """Judges the equations of a page one after the other; formulas that claim nothing come out true.

    A formula that cannot be read is an error, whether it shows a relation or not: who knows what it claims?
    What is judged anew at the end is part of the page's work; once that is too much, it stays open.
    """
    cache = Cache("equations") if cache is None else cache
    usual = str(page.front_matter.get("notation", USUAL_NOTATION))
    symbols = own_symbols(page, manner)
    context = Context()
    found: list[tuple[Equation, Verdict]] = []
    before: list[Context] = []
    spent = 0

    def judged(equation: Equation, context: Context, under: tuple[t.Chain, ...] = ()) -> Verdict:
        nonlocal spent
        if spent > budget.PAGE:
            return Verdict("error", reason=_too_much(found), context=context)
        how = replace(manner, supposing=equation.supposing, in_words=equation.in_words)
        verdict = _kept(cache, equation, _Read(usual, symbols, how, under), context)
        spent += verdict.cost
        return verdict

    seen: Fonts = {}
    for equation in page.equations:
        verdict = judged(equation, context)
        seen, letter = _in_one_font(seen, equation)
        if letter is not None and verdict.status == "true":
            reason = f"{letter} stands in another font than above: is it another symbol? one font a letter"
            verdict = replace(verdict, status="error", claims=(), reason=reason)
        before.append(context)
        context = verdict.context
        found.append((equation, verdict))
    if not manner.elsewhere:
        return found
    found = as_given.left_open(further_down.left_open(found, before, judged), before, judged)
    return one_value.left_open(found, before)


def _too_much(found: list[tuple[Equation, Verdict]]) -> str:
    """Why the rest of a page is not judged, and which of its equations cost most."""
    most, _ = max(found, key=lambda pair: pair[1].cost)
    return (
        f"the equations before take more than {budget.PAGE:,} evaluations together; most of them"
        f" {most.latex.strip()} (line {most.line}): divide the page, or write it with fewer terms"
    )


def own_symbols(page: Page, manner: Manner = HERE) -> dict[str, str]:
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
            tree = parse(f"\\operatorname{{{name}}}" if is_word(str(name)) else str(name))
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
            clash = declared.PAGE if manner.own_first else declared.REFUSED
            declared.extended(notations.get(usual), found, clash)
    except declared.DeclarationError as error:
        raise PageError(page.path, line, str(error)) from None
    return found


def is_word(name: str) -> bool:
    """Whether a name is that of a function, such as softmax, and no product of letters."""
    return len(name) > 1 and name.isalpha()


def _in_one_font(seen: Fonts, equation: Equation) -> tuple[Fonts, str | None]:
    """The fonts of a page's letters so far, and a letter that changes its own."""
    try:
        here = fonts(tokens(equation.latex))
    except EquationError:
        return seen, None
    both = {letter: here[letter] | seen.get(letter, frozenset()) for letter in here}
    if (letter := two_fonts(both)) is not None:
        return seen, letter
    return {**seen, **both}, None


def makes_claim(equation: Equation) -> bool:
    """Whether a formula is counted among the equations: it has a relation or a mark, or cannot be read."""
    try:
        tree = parse(equation.latex)
    except EquationError:
        return True
    return tree.is_claim or marked(tree.directives)


def strange_word(tree: t.Tree, symbols: dict[str, str]) -> str | None:
    """An upright word that is no function and no symbol: for all we know, it could say "equals"."""
    scripts = {
        name
        for part in tree.walk()
        if isinstance(part, t.Scripted)
        for script in (part.sub, part.sup)
        if script is not None
        for name in script.walk()
    }
    own = {part.text for latex in symbols for part in parse(latex).walk() if isinstance(part, t.Word)}
    for part in tree.walk():
        if isinstance(part, t.Word) and part not in scripts and part.text not in _words() | own:
            return part.text
    return None


def hidden_claim(tree: t.Tree) -> t.Node | None:
    r"""A relation that only brackets keep from being a claim, as in ``\{x = y\}``."""
    whole = [statement.chain.first for statement in tree.statements]
    applied = [
        group
        for part in tree.walk()
        for head, group in t.neighbours(part)
        if isinstance(group, t.Group) and group.opening == "(" and head.latex() not in _CHANCES
    ]
    for group in (*whole, *applied):
        if not isinstance(group, t.Group):
            continue
        for item in group.items:
            if isinstance(item, t.Chain) and item.steps and not (group.opening == "[" and _asks(item)):
                return item
    return None


def _asks(chain: t.Chain) -> bool:
    """Whether square brackets only ask, as ``[j = k]`` and ``[z > 0]`` do: of letters that may be or not."""
    sides = (chain.first, *(step.right for step in chain.steps))
    plain = all(is_letter(side) or isinstance(side, t.Number) for side in sides)
    return plain and len(set(sides)) == len(sides) and is_letter(sides[0])


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """The upright words that the proof-reader knows by itself, and those of all tables."""
    found = {"E", "Var", "Std", "Cov", *FUNCTIONS, *(name.removeprefix("\\") for name in PREFIX)}
    for table in notations.notations().values():
        names = [*table.function, *table.by_base]
        found |= {name for name in names if name.isalpha()}
        spelled = (parse(name) for name in names if not name.isalpha())
        found |= {part.text for tree in spelled for part in tree.walk() if isinstance(part, t.Word)}
    return frozenset(found)


@dataclass(frozen=True)
class _Read:
    """With what the equations of a page are read: the name of a table, the page's own symbols, its manner.

    What a formula says is asked ``under`` conditions beside its own.
    """

    usual: str
    symbols: dict[str, str]
    manner: Manner
    under: tuple[t.Chain, ...] = ()


def _judged(equation: Equation, read: _Read, context: Context) -> Verdict:
    if makes_claim(equation):
        asked = _under(equation.latex, read.under)
        return check(asked, read.usual, context, symbols=read.symbols, manner=read.manner)
    if (hidden := hidden_claim(parse(equation.latex))) is not None:
        reason = f"{hidden.latex()} in brackets is not judged; write it without them, or use it in a claim"
        return Verdict("error", reason=reason, context=context)
    if (word := strange_word(parse(equation.latex), read.symbols)) is not None:
        reason = f"{word!r} is no function and no symbol of any table; words belong in the text"
        return Verdict("error", reason=reason, context=context)
    return Verdict("true", reason="claims nothing", context=context)


def _under(latex: str, conditions: tuple[t.Chain, ...]) -> str | t.Tree:
    """A formula with more conditions."""
    if not conditions:
        return latex
    tree = parse(latex)
    return t.Tree(
        tuple(item.with_(conditions=(*item.conditions, *conditions)) for item in tree.statements),
        tree.directives,
    )


def _kept(cache: Cache, equation: Equation, read: _Read, context: Context) -> Verdict:
    """The verdict from the cache, or a new one."""
    own = repr((sorted(read.symbols.items()), read.manner, read.under))
    key = fingerprint(equation.latex, read.usual, own, context.fingerprint, checker_fingerprint())
    if (kept := cache.get(key)) is not None:
        try:
            return _restored(kept, context)
        except UnreadableError:
            pass  # whoever wrote it, the equation can be judged
    verdict = _judged(equation, read, context)
    more = context.until(verdict.context)
    text = ALL + encode(verdict) if more is None else MORE + encode(replace(verdict, context=more))
    cache.put(key, text)
    return _restored(text, context)  # the same, also to the last type of a number, whether kept or not


def _restored(text: str, context: Context) -> Verdict:
    """A verdict as it is kept: with what the page knows after it, or only with what is new in that.

    A page knows more with every line; to keep all of it for each would be quadratic.
    """
    verdict = decode(text[1:])
    return verdict if text[:1] == ALL else replace(verdict, context=context.then(verdict.context))


@lru_cache(maxsize=1)
def checker_fingerprint() -> str:
    """Changes whenever the checker or a notation changes."""
    folder, press = Path(__file__).parent, Path(__file__).parents[1]
    below = [path for name in ("values", "exact") for path in (press / name).rglob("*.py")]
    own = fingerprint_files([*folder.rglob("*.py"), *folder.rglob("*.lark"), *below])
    return fingerprint(own, notations.fingerprint(), exact.package())
