"""Indices: what a letter that counts stands for, and how far it counts."""

from __future__ import annotations

from collections.abc import Callable

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Index, Value
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.scripts import script_names
from bookkit.notations.table import TIME
from bookkit.values.algebra import whole
from bookkit.values.errors import EquationError, ShapeError


def counts(inst: Instance, name: str, index: Index, loosely: bool = False) -> range:
    """The values of an index, from the places where it stands; loosely, those that it may have."""
    if index.layer:
        return range(1, inst.sizes["L"] + 1)
    if inst.notation.indices.get(name) == TIME:
        return range(1, inst.sizes["T"] + 1)
    sizes = {size(inst) for size in index.sizes}
    if not sizes and index.endless:
        return range(1, 4)  # of a family without an end, some
    if not sizes and loosely and index.shifted:
        return range(0, max(size(inst) for size in index.shifted) + 1)
    if not sizes:
        raise EquationError(f"how far does {name} count? it stands alone at no symbol; write the limits")
    if len(sizes) > 1:
        raise ShapeError(f"the index {name} counts to {' and to '.join(map(str, sorted(sizes)))}")
    if len(index.starts) > 1:
        raise ShapeError(f"the index {name} counts from {' and from '.join(map(str, sorted(index.starts)))}")
    start = next(iter(index.starts), 1)
    return range(start, start + sizes.pop())


def is_index(compiler: Compiler, text: str) -> bool:
    kind = compiler.notation.indices.get(text)
    return kind == TIME or (kind is not None and (text in compiler.index_letters or text in compiler.bound))


def index_value(compiler: Compiler, name: str) -> Code:
    compiler.facts.free.setdefault(name, Index())
    return lambda inst: inst.counted(inst.bound(name))


def index_code(
    compiler: Compiler,
    node: t.Node,
    size: Callable[[Instance], int] | None,
    layer: bool = False,
    start: int = 1,
    loose: bool = False,
) -> Callable[[Instance], int]:
    """The code of an index; where it is a lone letter, how far the letter counts is noted.

    With ``loose``, the size says only how far it may count.
    """
    if isinstance(node, t.Name) and (node.text in compiler.bound or node.text in compiler.notation.indices):
        known = compiler.bound.get(node.text)
        if known is None:
            known = compiler.facts.free.setdefault(node.text, Index())
        if layer:
            known.layer = True
        elif size is not None and loose:
            known.shifted.append(size)
        elif size is not None:
            known.sizes.append(size)
            known.starts.add(start)
    elif layer:
        for part in node.walk():
            if (
                isinstance(part, t.Name)
                and part.text not in compiler.bound
                and part.text in compiler.notation.indices
            ):
                compiler.facts.free.setdefault(part.text, Index()).layer = True
    else:
        note_times(compiler, node)
    if size is not None and isinstance(node, t.Plus | t.Juxtaposed):
        note_shifted(compiler, node, size)
    if (quick := plain_index(compiler, node)) is not None:
        return quick
    with compiler.watched(False):
        code = compiler.code(node)

    return lambda inst: whole(code(inst), f"the index {node.latex()}")


def note_times(compiler: Compiler, node: t.Node) -> None:
    """The letters of a time such as ``t - 1`` count, also where none of them stands alone in the formula."""
    for name in (part.text for part in node.walk() if isinstance(part, t.Name)):
        free = name not in compiler.bound and compiler.context.find(name) is None
        if free and compiler.notation.indices.get(name) == TIME:
            compiler.facts.free.setdefault(name, Index())


def note_shifted(compiler: Compiler, node: t.Node, size: Callable[[Instance], int]) -> None:
    """The letters of an index such as ``i + a - 1`` or ``2i``: the array says how far each may count."""
    for part in node.walk():
        if not isinstance(part, t.Name):
            continue
        if part.text in compiler.bound:
            compiler.bound[part.text].shifted.append(size)
        elif part.text in compiler.notation.indices and compiler.context.find(part.text) is None:
            compiler.facts.free.setdefault(part.text, Index()).shifted.append(size)


def plain_index(compiler: Compiler, node: t.Node) -> Callable[[Instance], int] | None:
    """The code of an index that is a letter or a number, or one more or less: by far the most common."""
    if isinstance(node, t.Number) and node.text.isdigit():
        number = int(node.text)
        return lambda inst: number
    if isinstance(node, t.Name):
        name = node.text
        if name in compiler.bound or (
            name in compiler.notation.indices and compiler.context.find(name) is None
        ):
            return lambda inst: int(inst.bound(name))
    if isinstance(node, t.Plus) and len(node.terms) == 2:
        negative = isinstance(node.terms[1], t.Negative)
        last = node.terms[1].body if isinstance(node.terms[1], t.Negative) else node.terms[1]
        first = plain_index(compiler, node.terms[0]) if isinstance(node.terms[0], t.Name) else None
        if first is not None and isinstance(last, t.Number) and last.text.isdigit():
            shift = -int(last.text) if negative else int(last.text)
            return lambda inst: first(inst) + shift
    return None


def bound_value(name: str) -> Code:
    def value(inst: Instance) -> Value:
        return inst.counted(inst.bound(name))

    return value


def note_letters(compiler: Compiler, node: t.Node) -> None:
    """Letters that stand in a script may be indices wherever else they stand."""
    compiler.index_letters |= {
        name.text for part in node.walk() if isinstance(part, t.Scripted) for name in script_names(part)
    }
