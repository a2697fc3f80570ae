r"""Quantities of one index that a page holds fixed and does not write: ``L = -\log p_y``, of the class y.

Nothing but y makes L different from one class to the next, so L is a family with one member for each y, and
each line about L is one about ``L_y``. Only a letter that the page uses for an index of its own is held so:
in ``L = -\log p_i``, a sum over i may have been forgotten.
"""

from __future__ import annotations

from bookkit.equations.judging.case import Case
from bookkit.equations.judging.elsewhere import letters_of
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.notations.table import TIME

_OF_SUMS = ("i", "j", "k")  # which run through sums in most tables


def with_members(statement: t.Statement, context: Context) -> t.Statement:
    """A statement in which each quantity of a fixed index is written with it."""
    held = {item.name: item.sub[0] for item in context.definitions if item.held}
    if not held:
        return statement

    def written(node: t.Node) -> t.Node:
        if isinstance(node, t.Name | t.Accent) and node.latex() in held:
            return t.Scripted(node, 0, t.Name(held[node.latex()]))
        base = node.base if isinstance(node, t.Scripted) else None
        if isinstance(node, t.Scripted) and isinstance(base, t.Scripted) and base.base.latex() in held:
            return t.Scripted(base.base, node.primes, node.sub or base.sub, node.sup)
        return node

    found: t.Statement = rebuilt(statement, written)
    return found


def held_in(case: Case, statement: t.Statement) -> t.Statement:
    """A first line about a letter that holds an index fixed, as one about the letter with the index."""
    left, steps = statement.chain.first, statement.chain.steps
    if not isinstance(left, t.Name | t.Accent) or not steps or steps[0].sign != "=":
        return statement
    if case.context.knows(left.latex()) or statement.conditions or statement.ranges:
        return statement
    letters = {part.latex() for part in letters_of(case, steps[0].right)}
    found = sorted(name for name in letters if case.notation.indices.get(name, TIME) != TIME)
    if len(found) != 1 or found[0] in _OF_SUMS or left.latex() in letters:
        return statement
    case.held.add(left.latex())
    chain = t.Chain(t.Scripted(left, 0, t.Name(found[0])), steps)
    return t.Statement(chain, statement.ranges, statement.conditions)
