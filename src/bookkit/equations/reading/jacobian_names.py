r"""The Jacobian of a function by its letter: ``J_f(x)``.

A page may have a cost ``J_f`` of its own, so this is a Jacobian only where f is a function that the page has
defined or declared, and where the page has given neither ``J`` nor ``J_f`` a meaning. A ``J`` that is made
from it, ``J(x) = J_r(x)``, leaves it its meaning: there, and further down, it is written as one name.
"""

from __future__ import annotations

import re

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context
from bookkit.notations.table import Notation

LETTER = t.Name("J")
_ONE_NAME = re.compile(r"J_\{(\\?[A-Za-z]+)\}")


def function_of_jacobian(head: t.Node, notation: Notation, context: Context) -> t.Name | t.Word | None:
    """The function whose Jacobian a name with a subscript is, if it is one."""
    function: t.Node | None = None
    if isinstance(head, t.Name) and (found := _ONE_NAME.fullmatch(head.text)):
        function = t.Name(found[1])
    elif isinstance(head, t.Scripted) and head.base == LETTER and not head.primes and head.sup is None:
        function = head.sub
    if not isinstance(function, (t.Name, t.Word)) or not _is_free(head, notation, context):
        return None
    definition = context.find(function.text)
    if definition is not None:
        return function if definition.arguments is not None else None
    return function if function.text in notation.own_letters else None


def as_one_name(node: t.Node, notation: Notation, context: Context, defined: t.Node | None) -> t.Name | None:
    """A Jacobian as one name, in the line that defines ``J`` by it and in those further down."""
    if not isinstance(node, t.Scripted) or not isinstance(node.sub, t.Name):
        return None
    made = context.find(LETTER.text)
    if defined != LETTER and (made is None or node.latex() not in made.named):
        return None
    name = t.Name(node.latex())
    return name if node.base == LETTER and function_of_jacobian(name, notation, context) else None


def _is_free(head: t.Node, notation: Notation, context: Context) -> bool:
    symbol = notation.by_base.get(LETTER.text)
    own = symbol is not None and (symbol.own or not symbol.family)
    taken = own or LETTER.text in notation.function or head.latex() in notation.by_base
    made = context.find(LETTER.text)
    by_it = made is not None and head.latex() in made.named
    return not taken and (by_it or not context.knows(LETTER.text)) and not context.knows(head.latex())
