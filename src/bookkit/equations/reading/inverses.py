r"""Inverses of functions that are known, ``\tan^{-1}``, ``\exp^{-1}``, ``\sigma^{-1}``.

So every calculus writes them, although ``\tan^2`` is a power. Of ``\log`` some mean one by the logarithm, so
that is not read, and neither is that of a letter to which the page has, or may have, given another meaning.
"""

from __future__ import annotations

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context
from bookkit.notations.table import Notation
from bookkit.values import functions as fn

_NAMES = {
    **{f"\\{name}": f"\\arc{name}" for name in ("sin", "cos", "tan")},
    **{f"\\{name}": f"\\ar{name}" for name in ("sinh", "cosh", "tanh")},
    "\\exp": "\\log",
}


def applied_inverse(node: t.Scripted) -> t.Node | None:
    """``(f^{-1})'`` without its brackets."""
    item = node.base.items[0] if isinstance(node.base, t.Group) and len(node.base.items) == 1 else None
    named = isinstance(item, t.Name) and item.text.endswith("^{-1}")
    return node.with_(base=item) if named and node.primes and node.sub is None and node.sup is None else None


def inverse_of(node: t.Scripted, notation: Notation, context: Context) -> t.Node | None:
    """The function that undoes another one, of which a node says that."""
    base = node.base
    if node.sup != t.Negative(t.Number("1")) or node.sub is not None or node.primes:
        return None
    if not isinstance(base, (t.Name, t.Word)):
        return None
    made = context.find(base.text)
    if made is not None and len(made.arguments or ()) == 1:
        return t.Name(f"{base.text}^{{-1}}")  # of a function of the page
    if base.latex() in notation.by_base or context.knows(base.text):
        return None
    if any(doubt.name in (base.text, base.latex()) for doubt in context.doubted):
        return None
    if base.text in _NAMES:
        return t.Name(_NAMES[base.text])
    known = notation.function.get(base.text)
    return t.Name("\\logit") if known is not None and known.choices == (fn.sigmoid,) else None
