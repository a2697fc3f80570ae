r"""The Jacobian of a function by its letter: ``J_f(x)``.

A page may have a cost ``J_f`` of its own, so this is a Jacobian only where f is a function that the page has
defined or declared, and where the page has given neither ``J`` nor ``J_f`` a meaning.
"""

from __future__ import annotations

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context
from bookkit.notations.table import Notation

LETTER = t.Name("J")


def function_of_jacobian(head: t.Node, notation: Notation, context: Context) -> t.Name | t.Word | None:
    """The function whose Jacobian a name with a subscript is, if it is one."""
    if not isinstance(head, t.Scripted) or head.base != LETTER or head.primes or head.sup is not None:
        return None
    function = head.sub
    if not isinstance(function, (t.Name, t.Word)) or not _is_free(head, notation, context):
        return None
    definition = context.find(function.text)
    if definition is not None:
        return function if definition.arguments is not None else None
    return function if function.text in notation.own_letters else None


def _is_free(head: t.Scripted, notation: Notation, context: Context) -> bool:
    symbol = notation.by_base.get(LETTER.text)
    own = symbol is not None and (symbol.own or not symbol.family)
    taken = own or LETTER.text in notation.function or head.latex() in notation.by_base
    return not taken and not context.knows(LETTER.text) and not context.knows(head.latex())
