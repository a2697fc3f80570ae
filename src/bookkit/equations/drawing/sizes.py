"""Sizes that the page has given by number: a network of four layers, of twenty samples.

A claim is judged for all sizes first. Only one that names a layer, an entry or a size by its number may be
true for the page's own network alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context, Key
from bookkit.equations.reading.exact import exact
from bookkit.notations.table import Notation, Sizes, Symbol
from bookkit.values.errors import EquationError

LARGEST = 1000


def given_in(context: Context, notation: Notation) -> dict[Key, int]:
    """The sizes that the page has given."""
    table = notation.by_base
    return {key: int(value) for key, value in context.given if key[0] in table and table[key[0]].size}


def key_of(left: t.Node, symbol: Symbol, known: Mapping[Key, int]) -> Key:
    """The key of a size, ``L`` or ``n_2``; of ``n_L`` where L is given."""
    if isinstance(left, t.Name) and symbol.latex == symbol.base:
        return symbol.base, None, ()
    if isinstance(left, t.Scripted) and left.sup is None and not left.primes and symbol.latex != symbol.base:
        if isinstance(left.sub, t.Number) and left.sub.text.isdigit():
            return symbol.base, int(left.sub.text), ()
        if left.sub == t.Name("L") and ("L", None, ()) in known:
            return symbol.base, known["L", None, ()], ()
    raise EquationError(f"{left.latex()} is no size that can be given; write L or n_2")


def layer_of(left: t.Node, symbol: Symbol) -> int | None:
    """The layer by number of a symbol that is one number in a layer: ``w^2`` where layers have one unit."""
    plain = isinstance(left, t.Scripted) and left.sub is None and not left.primes
    if not plain or not symbol.layered or symbol.shape or symbol.draw is None:
        return None
    sup = left.sup if isinstance(left, t.Scripted) else None
    return int(sup.text) if isinstance(sup, t.Number) and sup.text.isdigit() else None


def value_of(right: t.Node, left: t.Node) -> int:
    """A size as a whole number."""
    value = exact(right)
    if value is None or value.denominator != 1 or not 1 <= value <= LARGEST:
        raise EquationError(f"the size {left.latex()} is a whole number from 1 to {LARGEST}")
    return int(value)


def check_layers(given: Mapping[Key, int]) -> None:
    """A width belongs to a layer that there is."""
    depth = given.get(("L", None, ()))
    if depth is not None and depth < 2:
        raise EquationError("a network has at least two layers, the input and the output")
    for name, layer, _ in given:
        if layer is not None and (layer < 1 or (depth is not None and layer > depth)):
            raise EquationError(f"there is no layer {layer} for {name}_{layer} (layers 1 to {depth})")


def fixed(sizes: Sizes, given: Mapping[Key, int]) -> Sizes:
    """Drawn sizes with those that are given in their places; the others stay different from them."""
    found: dict[str, Any] = dict(sizes)
    for (name, layer, _), value in given.items():
        if layer is None and (name != "m" or sizes.get("batch", True)):
            found[name] = value
    for name, widths in sizes.items():
        if isinstance(widths, list):
            wanted = {layer: v for (base, layer, _), v in given.items() if base == name and layer is not None}
            found["L"] = found["L"] if ("L", None, ()) in given else max([found["L"], *wanted])
            taken = {*wanted.values(), *(found["m"],)}
            found[name] = [0, *_widths(found["L"], widths, wanted, taken)]
    return found


def _widths(depth: int, drawn: list[int], wanted: Mapping[int, int], taken: set[int]) -> Iterable[int]:
    """The widths of all layers; one that is not given is a number that no other size has."""
    for layer in range(1, depth + 1):
        if layer in wanted:
            yield wanted[layer]
            continue
        width = drawn[layer] if layer < len(drawn) else 1
        while width in taken:
            width += 1
        taken.add(width)
        yield width


def names_a_size(node: t.Node, notation: Notation, context: Context) -> bool:
    """Whether a layer, an entry or a limit is named by its number, here or in what is named here."""
    for part in context.spoken_of(node):
        if isinstance(part, t.Scripted) and any(map(_has_number, _scripts(part, notation))):
            return True
        if isinstance(part, t.Big) and part.sign != "\\int" and isinstance(part.above, t.Number):
            return True
    return False


def mentions_a_size(node: t.Node, notation: Notation) -> bool:
    """Whether a side speaks of a size itself, as in ``L = 4``."""
    names = (part.latex() for part in node.walk() if isinstance(part, t.Name))
    return any((symbol := notation.by_base.get(name)) is not None and symbol.size for name in names)


def _scripts(node: t.Scripted, notation: Notation) -> list[t.Node]:
    """The scripts that stand for layers, entries and sizes; a power is none."""
    if node.base == t.Name("\\mathbb{R}"):
        return [] if node.sup is None else [node.sup]
    symbol = notation.by_base.get(node.base.latex())
    if symbol is None:
        return []
    above = node.sup if symbol.layered else None
    return [script for script in (node.sub, above) if script is not None]


def _has_number(script: t.Node) -> bool:
    """Whether a number stands for itself in a script: ``4``, ``4,(i)``, ``12``, but not ``l - 1``."""
    if isinstance(script, t.Binary):
        return _has_number(script.left) or _has_number(script.right)
    if isinstance(script, (t.Juxtaposed, t.Sequence)):
        return any(map(_has_number, script.factors if isinstance(script, t.Juxtaposed) else script.items))
    return isinstance(script, t.Number)
