r"""The Jacobian of a function by its letter: ``J_f(x)``.

A page may have a cost ``J_f`` of its own, so this is a Jacobian only where f is a function that the page has
defined or declared, and where the page has given neither ``J`` nor ``J_f`` a meaning. A ``J`` that is made
from a Jacobian, ``J(x) = J_r(x)``, is no other meaning of the letter: there, and further down, the Jacobians
of r and of all other functions are written as one name each.
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
    return function_below(head, notation, context) if _is_free(head, notation, context) else None


def function_below(head: t.Node, notation: Notation, context: Context) -> t.Name | t.Word | None:
    """The function below a letter ``J``, whatever the page has said of ``J``."""
    function: t.Node | None = None
    if isinstance(head, t.Name) and (found := _ONE_NAME.fullmatch(head.text)):
        function = t.Name(found[1])
    elif isinstance(head, t.Scripted) and head.base == LETTER and not head.primes and head.sup is None:
        function = head.sub
    if not isinstance(function, (t.Name, t.Word)):
        return None
    return function if _is_function(function.text, notation, context) else None


def as_one_name(node: t.Node, notation: Notation, context: Context, defined: t.Node | None) -> t.Name | None:
    """A Jacobian as one name, in the line that defines ``J`` by it and in those further down."""
    if not isinstance(node, t.Scripted) or not isinstance(node.sub, t.Name):
        return None
    if defined != LETTER and not _is_made_from_one(notation, context):
        return None
    name = t.Name(node.latex())
    return name if node.base == LETTER and function_of_jacobian(name, notation, context) else None


def _is_free(head: t.Node, notation: Notation, context: Context) -> bool:
    symbol = notation.by_base.get(LETTER.text)
    own = symbol is not None and (symbol.own or not symbol.family)
    taken = own or LETTER.text in notation.function or head.latex() in notation.by_base
    free = not context.knows(LETTER.text) or _is_made_from_one(notation, context)
    return not taken and free and not context.knows(head.latex())


def _is_made_from_one(notation: Notation, context: Context) -> bool:
    """Whether the page has made ``J`` from the Jacobian of a function, and from no ``J_r`` of its own."""
    made = context.find(LETTER.text)
    found = [] if made is None else [match for name in made.named if (match := _ONE_NAME.fullmatch(name))]
    return any(_is_function(match[1], notation, context) and not context.knows(match[0]) for match in found)


def _is_function(name: str, notation: Notation, context: Context) -> bool:
    definition = context.find(name)
    return name in notation.own_letters if definition is None else definition.arguments is not None
