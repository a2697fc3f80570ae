r"""A claim is judged, and in other people's books, one that is open is read as most books mean it.

Three things are refused in this book, where the author can write which is meant: a ``\partial`` that may hold
other quantities or let them follow, an operator that may end within the product behind it, as in
``\nabla_x (x - a)^\top (x - a)``, and a quantity of the page before a bracket, as in ``v (a + b)``. Other
books mean the derivative along the definitions, that of the whole product, and a product of both. A claim
that is true so is taken for that: where another reading is meant, it would have to hold by chance. One that
is not is not called false, since the other reading may be the one.
"""

from __future__ import annotations

from collections.abc import Callable

from bookkit.equations.compiling.brackets import PRODUCT_OR_FUNCTION, is_argument, letters_in
from bookkit.equations.compiling.calls import PREFIX
from bookkit.equations.compiling.reach import WHERE_IT_ENDS
from bookkit.equations.compiling.readings import TWO_READINGS
from bookkit.equations.judging.case import Case
from bookkit.equations.judging.judgement import Judgement, in_all_readings
from bookkit.equations.judging.verdict import Claim
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.differentials import DIFFERENTIAL
from bookkit.equations.reading.products import Product, flat, joined, operator_in
from bookkit.equations.reading.rewriting import rebuilt, rebuilt_from_above
from bookkit.values.errors import EquationError

Rewrite = Callable[[t.Node], t.Node]  # of a side of the claim


def judged(
    case: Case, statement: t.Statement, left: t.Node, step: t.Step, text: str, elsewhere: bool
) -> Claim:
    """The verdict on a claim; ``elsewhere``, what is open is read as most books mean it, if it is true so.

    Raises EquationError where a claim cannot be read.
    """
    found: Claim | EquationError
    try:
        found = _judged(case, statement, left, step, text)
    except EquationError as error:
        found = error
    meant = _as_most_mean_it(case, statement, left, step, text, found.reason) if elsewhere else None
    if meant is not None:
        return meant
    if isinstance(found, EquationError):
        raise found
    return found


def _judged(case: Case, statement: t.Statement, left: t.Node, step: t.Step, text: str) -> Claim:
    trial = case.trial(left, step.sign, step.right, statement)
    claim = Judgement(trial).judge(text)
    if TWO_READINGS not in claim.reason:
        return claim
    return in_all_readings(
        claim, trial.compiler.open_readings, lambda: case.trial(left, step.sign, step.right, statement)
    )


def _as_most_mean_it(
    case: Case, statement: t.Statement, left: t.Node, step: t.Step, text: str, reason: str
) -> Claim | None:
    """A claim that is true as most books mean it; None for any other.

    Raises EquationError for one that is not true along the definitions, with what it would be there.
    """
    along = TWO_READINGS in reason
    sides = (left, step.right)
    while (reading := _reading(case, reason)) is not None:
        rewritten = (reading(sides[0]), reading(sides[1]))
        if rewritten == sides:
            return None
        sides = rewritten
        try:
            claim = Judgement(case.trial(sides[0], step.sign, sides[1], statement)).judge(text)
        except EquationError as error:
            if along and TWO_READINGS not in reason:
                raise
            reason = error.reason
            continue
        if claim.status == "true":
            return claim
        if along:
            raise EquationError(
                "whether other quantities that are made from the same letter stay fixed here is open."
                " Along the definitions, which \\frac{d}{dx} says, it is not true:\n" + claim.message
            )
        reason = claim.reason if claim.status == "error" else ""
    return None


def _reading(case: Case, reason: str) -> Rewrite | None:
    """How to write what most books mean where a claim is open for this reason."""
    if TWO_READINGS in reason:
        return lambda side: rebuilt(side, _along)
    if WHERE_IT_ENDS in reason:
        return lambda side: rebuilt_from_above(side, _of_the_whole)
    if PRODUCT_OR_FUNCTION in reason:
        return lambda side: rebuilt_from_above(side, lambda node: _multiplied(case, node))
    return None


def _along(node: t.Node) -> t.Node:
    return (
        node.with_(sign=DIFFERENTIAL) if isinstance(node, t.Derivative) and node.sign == "\\partial" else node
    )


def _of_the_whole(node: t.Node) -> t.Node:
    """A product in which the first operator takes all that is behind it."""
    if isinstance(node, t.Operated):
        return _derived(node, node.operator, node.product)
    product = flat(node) if isinstance(node, (t.Binary, t.Juxtaposed)) else ()
    for place, (sign, factor) in enumerate(product[:-1]):
        if (head := operator_in(factor)) is not None:
            whole = _derived(node, head, product[place + 1 :])
            return node if whole is node else joined((*product[:place], (sign, whole)))
    return node


def _derived(node: t.Node, head: t.Derivative, product: Product) -> t.Node:
    """The derivative of a product; the node itself where that is no product, or a bar is behind it."""
    signs = [sign for sign, _ in product]
    if len(product) < 2 or signs[0] or "/" in signs or isinstance(product[-1][1], t.At):
        return node
    return t.Group("(", (head.with_(of=joined(product)),), ")")


def _multiplied(case: Case, node: t.Node) -> t.Node:
    """A quantity that the page has defined, before a bracket with more in it than a letter: a product."""
    if not isinstance(node, t.Juxtaposed):
        return node
    for place, (head, after) in enumerate(t.neighbours(node)):
        base = head.base if isinstance(head, t.Scripted) else head
        known = case.context.find(base.latex()) or case.context.find(head.latex())
        plain = isinstance(after, t.Group) and not is_argument(after)
        applied = any(letters_in(factor) & set(PREFIX) for factor in node.factors[:place])
        if known is None or known.arguments is not None or not plain or applied:
            continue
        before, behind = node.factors[: place + 1], node.factors[place + 1 :]
        rest = _multiplied(case, t.Juxtaposed(behind)) if len(behind) > 1 else behind[0]
        return t.Binary("\\cdot", before[0] if place == 0 else t.Juxtaposed(before), rest)
    return node
