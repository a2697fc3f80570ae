r"""Whether a line of another book can be the first that says what a letter is, and so defines it."""

from __future__ import annotations

from collections.abc import Iterator

from bookkit.equations.judging import (
    domains,
    elsewhere,
    fixed_indices,
    meanings,
    minimizers,
    numerals,
    orders,
    starts,
    zero_columns,
)
from bookkit.equations.judging.case import Case
from bookkit.equations.judging.comparing import ORDER
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.spellings import spelled
from bookkit.values.errors import EquationError


def may_define(case: Case, statement: t.Statement, left: t.Node, right: t.Node) -> bool:
    """Whether a line can be read as the first that says what a letter is.

    It cannot where its conditions are more than a domain, where its left side means something by itself, and
    where the other side is made from the letter: directly, or by what the page has defined with it.
    """
    if statement.conditions and not domains.is_restricted(case, statement, left, right):
        return False
    if minimizers.asked(left, case):
        return False
    if is_expansion(case, left, right):
        return False
    if left in numerals.outside(left, right):
        if elsewhere.is_undefined(case, left, right) and numerals.is_of_its_members(left, right):
            raise EquationError(f"{left.latex()} and its members: write one of them with another letter")
        return False
    if numerals.goes_round(left, right, case.context) or meanings.has_a_meaning(case, left, right):
        return False
    return elsewhere.is_undefined(case, left, right)


def is_expansion(case: Case, left: t.Node, right: t.Node) -> bool:
    """Whether a line says of a function what it is near a place, by its own values there."""
    head = left.factors[0] if isinstance(left, t.Juxtaposed) else None
    try:
        return head is not None and head in right.walk() and orders.split(right, case.knows) is not None
    except EquationError:
        return False


def one_by_one(case: Case, statements: tuple[t.Statement, ...]) -> Iterator[t.Statement]:
    r"""The statements of a formula, each as it is spelled by what those before it have defined.

    In ``z^{[1]} = W x, a = \tanh(z^{[1]})``, the label is a part of a name from the first comma on.
    """
    begun = case.context
    for statement in with_ranges(case, statements):
        statement = starts.of_this_time(statement, case.notation, case.context)
        statement = fixed_indices.held_in(case, fixed_indices.with_members(statement, case.context))
        statement = zero_columns.with_lengths(statement, case.notation, case.context)
        if case.context is begun:
            yield statement
        else:
            tree = case.tree.with_(statements=(statement,))
            yield spelled(tree, case.notation, case.context).statements[0]


def with_ranges(case: Case, statements: tuple[t.Statement, ...]) -> tuple[t.Statement, ...]:
    r"""Statements in which an inequality of letters behind an equation is its condition: ``…, |x| < 1``.

    By itself it would claim something of letters that may be anything. Behind what may define a letter it is
    left alone, unless it says for which values.
    """
    found: list[t.Statement] = []
    for statement in statements:
        before = found[-1] if found else None
        if before is not None and _is_range(case, statement, before):
            found[-1] = before.with_(conditions=(*before.conditions, statement.chain))
        else:
            found.append(statement)
    return tuple(found)


def _is_range(case: Case, statement: t.Statement, before: t.Statement) -> bool:
    steps, claim = statement.chain.steps, before.chain
    if not steps or statement.conditions or statement.ranges or any(step.sign not in ORDER for step in steps):
        return False
    sides = (statement.chain.first, *(step.right for step in steps))
    if (
        not claim.steps
        or claim.steps[0].sign != "="
        or not all(elsewhere.is_plain(case, side) for side in sides)
    ):
        return False
    named = {part for part in claim.walk() if isinstance(part, t.Name)}
    letters = {part for side in sides for part in side.walk() if isinstance(part, t.Name)}
    if not letters & named:
        return False
    try:
        first, right = claim.first, claim.steps[0].right
        return domains.is_domain(case, first, right, statement.chain) or not may_define(
            case, before, first, right
        )
    except EquationError:
        return False


def meaning(case: Case, statement: t.Statement, step: t.Step) -> t.Node:
    r"""What a first line makes of a letter; of a place of an extreme, what the line says that it is."""
    if minimizers.asked(step.right, case) is None:
        return domains.within(statement, step.right)
    later = statement.chain.steps[statement.chain.steps.index(step) + 1 :]
    if not later or later[0].sign != "=":
        raise EquationError(
            f"{step.right.latex()} is read where the line goes on: = and a formula for the place"
        )
    return later[0].right
