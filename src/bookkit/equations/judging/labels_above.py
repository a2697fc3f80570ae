r"""Superscripts without brackets that may be labels: ``p^{\mathrm{C}}``, ``y_k^{LS}``, ``\delta_t^V``.

Or powers? An upright letter is never a number, and a function is none either. A slanted one labels where a
line would say first what the letter with it is, and does not say it by that letter: as a power, it would be
said of one number C. For that it is a capital, or one of several letters side by side, and the page has not
declared it.

Where no line has said so, nobody knows. What is refuted with such a letter drawn as a number is not called
false, unless it has to be a number: because it stands somewhere else, too, or above what is no letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bookkit.equations.judging.case import Case
from bookkit.equations.judging.verdict import Claim
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Definition, name_of
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError

_SIGNS_OF_TRANSPOSES = ("T", "H")
_CONSTANTS = ("e", "\\pi", "\\infty")


def is_label(node: t.Scripted, right: t.Node, notation: Notation, context: Context) -> bool:
    """Whether the superscript of a left side that has had no meaning so far labels it."""
    if isinstance(node.sup, t.Word):
        return True
    letters = _letters(node.sup)
    if len(letters) == 1 and _is_function(letters[0], notation, context):
        return _is_only_applied(t.Name(letters[0]), right)
    named = t.names_in(right)
    may_label = _is_capital(letters) or letters == ("\\pi",) or _is_word(letters, notation)
    return may_label and not any(letter in named or _is_said(letter, notation, context) for letter in letters)


def refuse_if_open(case: Case, claimed: t.Statement, claim: Claim) -> None:
    """Raise EquationError for a refuted claim in which what has been drawn as a power may be a label."""
    parts = list(_parts_apart_from_arguments(case.context, claimed))
    labelled = [part for part in parts if isinstance(part, t.Scripted) and _may_be_labelled(case, part)]
    above = Counter(part.sup for part in labelled)
    everywhere = Counter(part.text for part in parts if isinstance(part, t.Name))
    for part in labelled:
        names = _letters(part.sup)
        if all(above[part.sup] * names.count(letter) == everywhere[letter] for letter in names):
            letters = " ".join(names)
            raise EquationError(
                f"is {letters} above {part.base.latex()} an exponent or a label? A number is declared; a"
                f" label is upright, \\mathrm{{…}}, and a line of its own says first what"
                f" {part.latex()} is. If it is an exponent, this is false:\n{claim.message}"
            )


def _parts_apart_from_arguments(context: Context, claimed: t.Statement) -> Iterator[t.Node]:
    """All parts of a claim and of what it names, but for powers of a function's own arguments."""
    made = {id(item): item for part in context.spoken_of(claimed) for item in _made(context, part)}
    for body, arguments in ((claimed, ()), *((item.body, item.arguments or ()) for item in made.values())):
        for part in body.walk():
            if not (isinstance(part, t.Scripted) and set(_letters(part.sup)) & set(arguments)):
                yield part


def _made(context: Context, part: t.Node) -> Iterator[Definition]:
    """What the page has made under the names of a part."""
    names = [part, part.base] if isinstance(part, t.Scripted) else [part]
    for name in names:
        if isinstance(name, t.Name | t.Word | t.Accent | t.Scripted):
            found = context.find(name_of(name))
            if found is not None:
                yield found


def _may_be_labelled(case: Case, node: t.Scripted) -> bool:
    """Whether a letter has above it what nobody has called a number."""
    letters = _letters(node.sup)
    if not letters or not isinstance(node.base, (t.Name, t.Accent)) or node.base.latex() in _CONSTANTS:
        return False
    if any(_is_said(letter, case.notation, case.context) for letter in letters):
        return False
    if len(letters) > 1 or _is_capital(letters):
        return True
    names = (node.base.latex(), node.with_(sup=None, primes=0).latex())
    return letters[0] not in _CONSTANTS and not any(
        _is_said(name, case.notation, case.context) for name in names
    )


def _letters(sup: t.Node | None) -> tuple[str, ...]:
    """The letters of a superscript that is nothing but letters side by side, and no sign of a transpose."""
    factors: tuple[t.Node | None, ...] = sup.factors if isinstance(sup, t.Juxtaposed) else (sup,)
    names = tuple(factor.text for factor in factors if isinstance(factor, t.Name))
    transposes = "\\top" in names or (len(names) == 1 and names[0] in _SIGNS_OF_TRANSPOSES)
    return () if transposes or len(names) != len(factors) else names


def _is_capital(letters: tuple[str, ...]) -> bool:
    return bool(letters) and all(len(letter) == 1 and letter.isupper() for letter in letters)


def _is_word(letters: tuple[str, ...], notation: Notation) -> bool:
    """Whether letters side by side spell a word: three or more, and not all of them indices."""
    plain = len(letters) > 2 and all(len(letter) == 1 and letter.isalpha() for letter in letters)
    return plain and not all(letter in notation.indices for letter in letters)


def _is_said(letter: str, notation: Notation, context: Context) -> bool:
    """Whether a letter has a meaning by the page, or counts something."""
    symbol = notation.by_base.get(letter)
    own = symbol is not None and symbol.own
    counts = letter in notation.indices or (symbol is not None and symbol.size)
    return own or counts or context.knows(letter) or letter in notation.own_letters


def _is_function(letter: str, notation: Notation, context: Context) -> bool:
    """Whether the page has said that a letter is a function."""
    known = context.find(letter)
    return letter in notation.own_letters or (known is not None and known.arguments is not None)


def _is_only_applied(letter: t.Name, node: t.Node) -> bool:
    """Whether a function stands nowhere without an argument."""
    pairs = (pair for part in node.walk() for pair in t.neighbours(part))
    applied = sum(head == letter and isinstance(after, t.Group) for head, after in pairs)
    return applied == sum(part == letter for part in node.walk())
