r"""A 0 as the argument of a function of columns: ``m(0)``, where ``m(p) = g^\top p + \frac12 p^\top B p``.

It is the column of zeros, so it is written with a column that is as long as the function's argument: one that
the function multiplies with it, ``m(0 \cdot g)``, or another argument of it on the same line.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Definition
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.equations.reading.scripts import TRANSPOSED
from bookkit.notations.table import Notation

_ZERO = t.Number("0")
_LETTERS = (t.Name, t.Accent)


def with_lengths(statement: t.Statement, notation: Notation, context: Context) -> t.Statement:
    """A statement in which each 0 that is such an argument has a length."""
    functions = {item.name: item for item in context.definitions if len(item.arguments or ()) == 1}
    calls = list(_calls(statement, functions)) if functions else []
    found: dict[str, t.Node] = {}
    for name, argument in calls:
        if argument == _ZERO and name not in found:
            others = [other for function, other in calls if function == name and isinstance(other, _LETTERS)]
            if (column := _column_like(functions[name], others, notation)) is not None:
                found[name] = t.Binary("\\cdot", _ZERO, column)
    if not found:
        return statement

    def sized(node: t.Node) -> t.Node:
        if not isinstance(node, t.Juxtaposed):
            return node
        factors = list(node.factors)
        for place, (head, group) in enumerate(t.neighbours(node)):
            if head.latex() in found and isinstance(group, t.Group) and group.items == (_ZERO,):
                factors[place + 1] = group.with_(items=(found[head.latex()],))
        return t.Juxtaposed(tuple(factors))

    written: t.Statement = rebuilt(statement, sized)
    return written


def _calls(node: t.Node, functions: dict[str, Definition]) -> Iterator[tuple[str, t.Node]]:
    """Each function of the page that a node applies, with its argument."""
    for part in node.walk():
        for head, group in t.neighbours(part):
            if head.latex() in functions and isinstance(group, t.Group) and len(group.items) == 1:
                yield head.latex(), group.items[0]


def _column_like(function: Definition, others: Sequence[t.Node], notation: Notation) -> t.Node | None:
    """A column as long as the argument of a function that is one of columns."""
    (name,) = function.arguments or ("",)
    argument = t.Name(name)
    products = [part.factors for part in function.body.walk() if isinstance(part, t.Juxtaposed)]
    pairs = ((*pair, factors) for factors in products for pair in itertools.pairwise(factors))
    for one, other, factors in pairs:
        if not isinstance(one, t.Scripted) or one.sup not in TRANSPOSED or one.sub is not None:
            continue
        beside = None
        if one.base == argument:
            beside = other
        elif other == argument and other is factors[-1]:  # in g^T α p, the column is not beside g
            beside = one.base
        row = notation.by_base.get(beside.latex()) if isinstance(beside, _LETTERS) else None
        if row is not None and len(row.shape) == 1 and isinstance(beside, _LETTERS):
            return beside
    transposed = any(
        isinstance(part, t.Scripted) and part.base == argument and part.sup in TRANSPOSED
        for part in function.body.walk()
    )
    return others[0] if transposed and others else None
