r"""What another book has said of a letter in a line that was not read, and what follows for the lines below.

``J = \operatorname{foo}(x)`` says what J is, and nobody has understood it: then J is not any number, as the
table says, and a claim about it is not judged. Of a letter that the page has declared or defined before, and
of any function, what holds of all holds of the one that is meant, too; only what is refuted stays open.

What may be an assumption, ``\sum_j y_j = 1``, is kept with its letters: a claim about them that is false
without it may be true with it, and is false for certain where it is false with it, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from bookkit import notations
from bookkit.equations.compiling.comparisons import membership
from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.judging import fixed_indices, labels_above, numerals
from bookkit.equations.judging.case import Case
from bookkit.equations.judging.comparing import ORDER
from bookkit.equations.judging.definitions import RESERVED, is_fixed
from bookkit.equations.judging.domains import is_partial
from bookkit.equations.judging.elsewhere import CONDITION, AssumedError, LawError, is_plain
from bookkit.equations.judging.verdict import Claim
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.conditions import STATISTICS
from bookkit.equations.reading.context import Context, Doubt, name_of
from bookkit.equations.reading.heads import heads, unread_heads
from bookkit.notations import declared
from bookkit.notations.table import Notation
from bookkit.values.errors import EquationError

_NAMED = (t.Name, t.Accent, t.Scripted)


def after_unread(
    context: Context, notation: str | Notation, symbols: Mapping[str, str], latex: str
) -> Context:
    """What a page knows after a formula that cannot be read at all, or that its author has exempted."""
    names = list(unread_heads(latex))
    if not names:
        return context
    table = notations.get(notation) if isinstance(notation, str) else notation
    return with_doubts(context, declared.extended(table, symbols, declared.PAGE), names)


def after_error(case: Case, chain: t.Chain) -> Context:
    """What a page knows after a line that was read and not understood."""
    sides = (chain.first, *(step.right for step in chain.steps))
    names: list[str] = []
    laws: list[str] = []
    for left, step, right in zip(sides, chain.steps, sides[1:], strict=False):
        said = step.sign in ("=", "\\coloneqq", "\\leftarrow")
        if said and (left not in right.walk() or numerals.is_of_its_members(left, right)):
            names += heads(left)
        if step.sign == "\\in" and not _is_set_of_numbers(case, right):
            names += [name for item in t.listed(left) for name in heads(item)]
        if step.sign == "\\sim":
            laws += heads(left)  # what holds of any number holds of a random one, too
    context = with_doubts(case.context, case.notation, names)
    for name in laws:
        context = context if _has_a_meaning(case.notation, name) else context.doubt(Doubt(name))
    return context


def _is_set_of_numbers(case: Case, node: t.Node) -> bool:
    r"""Whether what is in a set is a number; in others it may be a column, a function or anything else."""
    try:
        membership(Compiler(case.notation, case.context), node)
    except EquationError:
        return False
    return not isinstance(node, t.Scripted)  # \mathbb{R}^n


def with_doubts(context: Context, notation: Notation, names: Iterable[str]) -> Context:
    """The context with doubts about what unread lines say of names."""
    for name in names:
        if not _has_a_meaning(notation, name):
            context = context.doubt(Doubt(name, strict=not _holds_for_any(context, notation, name)))
    return context


def _has_a_meaning(notation: Notation, name: str) -> bool:
    """Whether no line can say anew what a name is: an index, a function or a quantity of the table."""
    symbol, function = notation.by_base.get(name), notation.function.get(name)
    fixed = symbol is not None and (symbol.size or is_fixed(symbol))
    known = function is not None and not function.free
    mean = notation.has_chance and symbol is None and any(name == name_of(word) for word in STATISTICS)
    return fixed or known or mean or name in notation.indices or name in RESERVED


def _holds_for_any(context: Context, notation: Notation, name: str) -> bool:
    """Whether a claim that holds whatever a letter is holds of the one that is meant."""
    if (known := context.find(name)) is not None:
        return not is_partial(known)  # in the meaning that it has had so far
    symbol = notation.by_base.get(name)
    return (symbol is not None and symbol.own) or name in notation.function_letters


def assumed(case: Case, chain: t.Chain) -> Context:
    """What a page knows after what may be an assumption: about its letters, and matrices of its rows."""
    context = case.context
    for part in chain.walk():
        if isinstance(part, _NAMED) and _may_be_anything(case, part):
            base = part.base.latex() if isinstance(part, t.Scripted) else ""
            row = case.notation.by_base.get(base)
            for name in (name_of(part), *((base, row.lines_of) if row is not None and row.lines_of else ())):
                context = context.doubt(Doubt(name, said=chain))
    return context


def _may_be_anything(case: Case, part: t.Node) -> bool:
    """Whether a letter is free, an index, or has a value for once; one of rows is so with its number."""
    try:
        return (
            part.latex() in case.notation.indices or case.is_free(part) or case.context.is_given(part.latex())
        )
    except EquationError:
        return False


def judged(
    case: Case, claimed: t.Statement, named: t.Node, judge: Callable[[tuple[t.Chain, ...]], Claim]
) -> Claim:
    """Judge a claim where lines that were not read may have said something of what is ``named`` in it.

    Raises EquationError where the claim has to be left open.
    """
    refuse(case, named)
    try:
        refuse_of_indices(case, claimed)
        claim = judge(claimed.conditions)
    except LawError as error:  # no draws of a function would meet it
        if error.related:  # what holds of any function holds of the one that is meant, too
            for name in error.functions:
                case.context = case.context.doubt(Doubt(name, related=True))
        else:
            case.context = with_doubts(case.context, case.notation, error.functions)
        raise
    except AssumedError as error:
        case.context = assumed(case, claimed.chain)
        if error.about is not None:
            case.context = with_doubts(case.context, case.notation, [error.about])
        raise
    if claim.status != "false":
        return claim
    leave_open(case, claimed, claim)
    labels_above.refuse_if_open(case, claimed, claim)
    fixed_indices.refuse_if_same(case, claimed, judge)
    if not (said := tuple(assumptions_on(case, claimed))):
        return claim
    with_them = judge((*claimed.conditions, *said))
    if with_them.status == "false":
        return with_them
    spelled_out = ", ".join(chain.latex() for chain in said)
    raise EquationError(
        f"this may hold where {spelled_out}; if it is assumed here, write so behind the claim,"
        f" \\quad \\text{{if }} {spelled_out}; if not, this is false:\n{claim.message}"
    )


def refuse_of_indices(case: Case, claimed: t.Statement) -> None:
    r"""Raise AssumedError for a line that says which values indices have below it: "for $j \neq y$"."""
    sides = (claimed.chain.first, *(step.right for step in claimed.chain.steps))
    relates = all(step.sign in ("\\neq", *ORDER) for step in claimed.chain.steps)
    counted = [side.latex() in case.notation.indices for side in sides]
    if relates and any(counted) and not claimed.conditions:
        plain = (is_plain(case, side) for side, counts in zip(sides, counted, strict=True) if not counts)
        if all(plain):
            raise AssumedError(f"{claimed.chain.latex()} says which values are meant; {CONDITION}")


def refuse(case: Case, node: t.Node) -> None:
    """Raise EquationError for a claim about a letter of which nobody knows what it is."""
    for doubt in case.context.doubts(node):
        if doubt.strict:
            raise EquationError(
                f"a line further up says what {doubt.name} is, and that line is not read; so nothing about"
                f" {doubt.name} can be judged here"
            )


def refuse_another_meaning(case: Case, left: t.Node) -> None:
    r"""Raise EquationError for a line that would define what an unread one says something of.

    It may as well be a claim about that: ``\bar{v} = \frac{\partial y}{\partial q}``, then ``\bar{v} = 7``.
    """
    names = set(heads(left))
    for doubt in case.context.doubted:
        if doubt.said is None and not doubt.related and doubt.name in names:
            raise EquationError(
                f"a line further up says what {doubt.name} is, and that line is not read. If this one gives"
                f" it another meaning, write {left.latex()} \\coloneqq …"
            )


def assumptions_on(case: Case, node: t.Node) -> Iterator[t.Chain]:
    """What the page may have assumed of the letters of a claim."""
    seen: list[t.Chain] = []
    for doubt in case.context.doubts(node):
        if isinstance(doubt.said, t.Chain) and doubt.said not in seen:
            seen.append(doubt.said)
    yield from seen


def leave_open(case: Case, node: t.Node, claim: Claim) -> None:
    """Raise EquationError for a refuted claim about a letter of which something was said and not read."""
    for doubt in case.context.doubts(node):
        if doubt.said is None:
            raise EquationError(
                f"a line further up says something of {doubt.name}, and that line is not read. If it changes"
                f" nothing here, this is false:\n{claim.message}"
            )
