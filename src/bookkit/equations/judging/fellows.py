r"""A claim about letters that are differentiated, and others beside them of which nobody says what they are.

In ``\frac{d}{dx}(uv) = u \frac{dv}{dx}`` v is made from x, and u may be as well. What is true only of
constants would pass for a product rule with a term lost; so it is left to the author to say that u is one.
"""

from __future__ import annotations

from collections.abc import Callable

from bookkit.equations.judging.case import Case
from bookkit.equations.judging.definitions import definition_of
from bookkit.equations.judging.verdict import Claim
from bookkit.equations.reading import suppositions
from bookkit.equations.reading import tree as t
from bookkit.values.errors import EquationError

Said = tuple[tuple[t.Node, t.Node], ...]  # letters, and what they stand for


def beside(
    case: Case, claim: t.Statement, may_be_said: Callable[[t.Node], bool], any_ones: Said
) -> Said | None:
    """The letters beside ``any_ones`` as functions; what the page declares a number is one."""
    if not any_ones:
        return ()

    def is_open(node: t.Node) -> bool:
        symbol = case.notation.by_base.get(node.latex())
        return may_be_said(node) and symbol is not None and not symbol.own

    names = tuple(name for name in case.notation.function_letters if not case.context.knows(name))
    return suppositions.fellows(claim, is_open, names, any_ones)


def not_declared(claim: Claim, judge: Callable[[], Claim]) -> Claim:
    """A claim that is false of any functions and may be true of those that are meant, as ``judge`` says."""
    try:
        return judge()
    except EquationError as error:
        raise EquationError(
            f"{error.reason}. If any such functions are meant, this is false:\n{claim.message}"
        ) from None


def judged(case: Case, beside: tuple[tuple[t.Node, t.Node], ...] | None, judge: Callable[[], Claim]) -> Claim:
    """Judge a claim with the letters ``beside`` as functions; None where there are too many of them.

    Raises EquationError where it holds of constants alone.
    """
    if beside == ():
        return judge()
    kept = case.context
    claim = None
    if beside:
        for name, right in beside:
            case.context = case.context.define(definition_of(case, name, right))
        try:
            claim = judge()
        except EquationError:
            claim = None
        finally:
            case.context = kept
    if claim is not None and claim.status == "true":
        return claim
    fixed = judge()
    if fixed.status == "true":
        names = ", ".join(letter.latex() for letter, _ in beside or ()) or "each letter"
        raise EquationError(
            f"does {names} depend on what is differentiated by here? Then this is not true, or cannot be"
            " judged; if it does not, declare it: a number"
        )
    return fixed
