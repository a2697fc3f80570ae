r"""Quantities of indices that a page holds fixed and does not write: ``L = -\log p_y``, of the class y, and
``\tilde{x} = \lambda x_i + (1 - \lambda) x_j``, of two samples.

Nothing but y makes L different from one class to the next, so L is a family with one member for each y, and
each line about L is one about ``L_y``; what is said of ``\tilde{x}`` is judged for all pairs. Of one index,
only a letter is held that the page uses for an index of its own: in ``L = -\log p_i``, a sum over i may have
been forgotten. So it may in ``w_{ij} x_i x_j``, where some books write none, but not where each of several
indices is named once in a product, or below the letter of the rows of a matrix, which has no entries there.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Set
from typing import TypeGuard

from bookkit.equations.judging.case import Case
from bookkit.equations.judging.elsewhere import letters_of
from bookkit.equations.judging.verdict import Claim
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.alphabet import EXTREMES
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.notations.table import TIME
from bookkit.values.errors import EquationError

_OF_SUMS = ("i", "j", "k")  # which run through sums in most tables


def with_members(statement: t.Statement, context: Context) -> t.Statement:
    """A statement in which each quantity of fixed indices is written with them.

    Raises EquationError where one of them runs through a sum with such a quantity beside it.
    """
    held = _held(context)
    named = {part.latex() for part in statement.walk() if isinstance(part, t.Name | t.Accent)} & held.keys()
    if not named:
        return statement
    fixed = {index for name in named if len(held[name]) > 1 for index in held[name]}
    for part in statement.walk():
        below = part.below if isinstance(part, t.Big) else part.sub if _is_extreme(part) else None
        letters = () if below is None else below.walk()
        if any(isinstance(letter, t.Name) and letter.text in fixed for letter in letters):
            raise EquationError(
                f"{part.latex()}: an index that a line further up holds fixed goes through all values;"
                " write another letter"
            )

    def member(node: t.Node) -> t.Scripted:
        names = tuple(map(t.Name, held[node.latex()]))
        return t.Scripted(node, 0, names[0] if len(names) == 1 else t.Sequence(names))

    def written(node: t.Node) -> t.Node:
        if isinstance(node, t.Name | t.Accent) and node.latex() in held:
            return member(node)
        base = node.base if isinstance(node, t.Scripted) else None
        if isinstance(node, t.Scripted) and isinstance(base, t.Scripted) and base.base.latex() in held:
            if node.sub is not None and len(held[base.base.latex()]) > 1:
                entry: t.Node = node.with_(base=t.Group("(", (base,), ")"))
                return entry
            return t.Scripted(base.base, node.primes, node.sub or base.sub, node.sup)
        return node

    found: t.Statement = rebuilt(statement, written)
    return found


def _is_extreme(node: t.Node) -> TypeGuard[t.Scripted]:
    """Whether a node is the least or the greatest, or a mean, over what is below it: ``\\max_j``."""
    base = node.base if isinstance(node, t.Scripted) else None
    return isinstance(base, (t.Name, t.Word)) and base.text.removeprefix("\\") in (*EXTREMES, "mathbb{E}")


def _held(context: Context) -> dict[str, tuple[str, ...]]:
    return {item.name: item.sub for item in context.definitions if item.held}


def held_in(case: Case, statement: t.Statement) -> t.Statement:
    """A first line about a letter that holds indices fixed, as one about the letter with the indices."""
    left, steps = statement.chain.first, statement.chain.steps
    if not isinstance(left, t.Name | t.Accent) or not steps or steps[0].sign != "=":
        return statement
    if case.context.knows(left.latex()) or statement.conditions or statement.ranges:
        return statement
    letters = {part.latex() for part in letters_of(case, steps[0].right)}
    found = sorted(name for name in letters if case.notation.indices.get(name, TIME) != TIME)
    if left.latex() in letters or not found:
        return statement
    of_one = len(found) == 1 and found[0] not in _OF_SUMS
    if not of_one and not (len(found) > 1 and _names_each_once(case, steps[0].right, set(found))):
        return statement
    case.held.add(left.latex())
    names = tuple(map(t.Name, found))
    chain = t.Chain(t.Scripted(left, 0, names[0] if of_one else t.Sequence(names)), steps)
    return t.Statement(chain, statement.ranges, statement.conditions)


def _names_each_once(case: Case, node: t.Node, indices: Set[str]) -> bool:
    """Whether a side can mean no sum over its indices, which are nothing but indices in it."""
    held = _held(case.context)

    def times(node: t.Node, index: str) -> int:
        """How often an index is named in a product; where it is no index, too often."""
        if isinstance(node, t.Scripted) and node.sub is not None:
            base = node.base.latex()
            row = case.notation.by_base.get(base)
            whole = base in held or (row is not None and bool(row.lines_of) and isinstance(node.sub, t.Name))
            inside = 0 if whole else sum(part == t.Name(index) for part in node.sub.walk())
            above = 0 if node.sup is None else times(node.sup, index)
            return above + inside + times(node.base, index)
        if node == t.Name(index):
            return 2
        counts = [times(child, index) for child in node.children()]
        return max(counts, default=0) if isinstance(node, t.Plus) else sum(counts)

    return all(times(node, index) <= 1 for index in indices)


def refuse_if_same(case: Case, claimed: t.Statement, judge: Callable[[tuple[t.Chain, ...]], Claim]) -> None:
    """Raise EquationError for a claim about a pair that fails only where its two indices are the same."""
    held = _held(case.context)
    bases = [part.base.latex() for part in claimed.walk() if isinstance(part, t.Scripted)]
    groups = {held[name] for name in bases if len(held.get(name, ())) > 1}
    pairs = sorted({pair for group in groups for pair in itertools.combinations(group, 2)})
    apart = tuple(t.Chain(t.Name(one), (t.Step("\\neq", t.Name(other)),)) for one, other in pairs)
    if apart and judge((*claimed.conditions, *apart)).status != "false":
        said = ", ".join(chain.latex() for chain in apart)
        raise EquationError(
            f"this fails where two fixed indices are the same; write \\quad \\text{{if }} {said}"
        )
