r"""The positive part, ``(u)_+``: a bracket with a plus sign below it, for the larger of u and 0.

A letter with a plus sign below, ``H_+``, is no bracket, and a name of the book's own (`labels`). Behind a
function, as in ``f(x)_+``, it is open whether the argument is meant or the value, and the author is asked.
"""

from __future__ import annotations

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.rewriting import rebuilt
from bookkit.notations.table import Notation
from bookkit.notations.words import POSITIVE_PART
from bookkit.values.errors import EquationError

PLUS = t.Name("+")


def with_positive_parts(tree: t.Tree, notation: Notation, context: Context) -> t.Tree:
    """A tree in which each positive part is a function of what is in the bracket."""
    if not any(_is_one(part) for part in tree.walk()):
        return tree
    for part in tree.walk():
        for head, after in t.neighbours(part):
            if _is_one(after):
                _check_head(head, after, notation, context)
    found: t.Tree = rebuilt(tree, _written_out)
    return found


def _is_one(node: t.Node) -> bool:
    return (
        isinstance(node, t.Scripted)
        and node.sub == PLUS
        and not node.primes
        and isinstance(node.base, t.Group)
        and node.base.opening in ("(", "[")
        and len(node.base.items) == 1
        and not isinstance(node.base.items[0], t.Chain)
    )


def _check_head(head: t.Node, after: t.Node, notation: Notation, context: Context) -> None:
    """Refuse what is applied: a function of the page or the table before such a bracket."""
    base = head.base if isinstance(head, t.Scripted) else head
    if not isinstance(base, (t.Name, t.Word, t.Accent)):
        return
    symbol, known = notation.by_base.get(base.latex()), context.find(base.latex())
    if known.arguments is None if known is not None else symbol is not None and not symbol.free:
        return
    whole = t.join([head.latex(), after.latex()])
    raise EquationError(f"{whole}: is the positive part that of the value? write brackets around it")


def _written_out(node: t.Node) -> t.Node:
    if isinstance(node, t.Chain):
        return t.Chain(_bare(node.first), node.steps)
    if isinstance(node, t.Step):
        return t.Step(node.sign, _bare(node.right))
    if not _is_one(node) or not isinstance(node, t.Scripted) or not isinstance(node.base, t.Group):
        return node
    value = t.Juxtaposed((t.Word(POSITIVE_PART.latex), t.Group("(", node.base.items, ")")))
    whole = t.Group("(", (value,), ")")
    return whole if node.sup is None else t.Scripted(whole, 0, None, node.sup)


def _bare(node: t.Node) -> t.Node:
    """A side that is nothing but a positive part, without the brackets that keep it together in a product."""
    item = node.items[0] if isinstance(node, t.Group) and len(node.items) == 1 else None
    called = isinstance(item, t.Juxtaposed) and item.factors[0] == t.Word(POSITIVE_PART.latex)
    return item if called and isinstance(item, t.Juxtaposed) else node
