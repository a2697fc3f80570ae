"""Entries of arrays: which place a subscript or a sample names."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.indices import index_code
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Key
from bookkit.equations.reading.scripts import index_items
from bookkit.notations.table import Symbol
from bookkit.values.errors import EquationError, NoSuchThingError, ShapeError

WHOLE = t.Name(":")


def sample_of(
    compiler: Compiler, symbol: Symbol, sup: t.Node
) -> tuple[t.Node | None, Callable[[Instance], int] | None]:
    """Takes the sample ``(i)`` off a superscript such as ``L,(i)`` or ``(i)``."""
    parts: tuple[t.Node, ...] = (
        sup.factors if isinstance(sup, t.Juxtaposed) else sup.items if isinstance(sup, t.Sequence) else (sup,)
    )
    last = parts[-1]
    if not (isinstance(last, t.Group) and last.opening == "(" and len(last.items) == 1):
        return sup, None
    if not symbol.samples and (not symbol.shape or symbol.shape[-1] != "m"):
        return sup, None
    column = index_code(compiler, last.items[0], lambda inst: int(inst.sizes["m"]))
    rest = parts[:-1]
    return (None if not rest else rest[0] if len(rest) == 1 else t.Juxtaposed(rest)), column


def places(
    compiler: Compiler, sub: t.Node, symbol: Symbol | None, name: str, key: Callable[[Instance], Key]
) -> Callable[[Instance], tuple[int, ...]]:
    """The place of an entry from its subscript: one index of a column, two of a matrix."""
    per_sample = symbol is not None and symbol.shape[-1:] == ("m",) and len(symbol.shape) == 2
    wanted = len(symbol.shape) if symbol is not None and len(symbol.shape) > 1 and not per_sample else None
    if symbol is not None and not symbol.shape:
        raise EquationError(f"{name} is a number and has no entries")
    factor = isinstance(sub, t.Juxtaposed) and isinstance(sub.factors[0], t.Number)
    if factor and symbol is None:
        parts = [part.latex() for part in index_items(sub, None)]
        product, pair = " \\cdot ".join(parts), ", ".join(parts)
        raise EquationError(f"{sub.latex()} at {name}: one index, {product}, or two, {pair}? write it so")
    of_column = symbol is not None and len(symbol.shape) == 1
    items = index_items(sub, 1 if of_column and factor else wanted)  # of a column, 2i is a product
    if symbol is not None and wanted == 2 and len(items) == 1 and "1" in symbol.shape:
        at = 1 if symbol.shape[0] == "1" else 0
        only = index_code(compiler, items[0], lambda inst: inst.dimensions(symbol, key(inst)[1])[at])
        return lambda inst: (0, only(inst) - 1) if at else (only(inst) - 1, 0)
    if symbol is not None and wanted == 2 and len(items) == 1 and symbol.shape[0] == "m":
        return whole_row(compiler, items[0], name)
    if wanted is not None and len(items) != wanted:
        raise EquationError(f"{name} needs {wanted} indices, not {len(items)}")
    if symbol is not None and len(symbol.shape) == 1 and len(items) > 1:
        raise EquationError(f"{name} is a column and has entries with one index")
    if per_sample and len(items) == 2:
        compiler.facts.features.add("m")

    def size(axis: int) -> Callable[[Instance], int]:
        def count(inst: Instance) -> int:
            at = key(inst)
            if symbol is not None:
                if at[1] is not None:
                    inst.check_layer(symbol, at[1])
                return inst.dimensions(symbol, at[1])[axis]
            found = np.shape(inst.value(at))
            if not found:
                raise ShapeError(f"{name} is a number and has no entries")
            return int(max(found) if len(items) == 1 else found[axis])

        return count

    start = 1 if symbol is None else symbol.start
    if WHOLE in items and len(items) == 2:
        return line_of(compiler, items, size, start, name)
    padded = symbol is not None and symbol.zero_outside
    codes = [
        index_code(compiler, item, size(axis), start=start, loose=padded) for axis, item in enumerate(items)
    ]

    def place(inst: Instance) -> tuple[int, ...]:
        found = tuple(code(inst) - start for code in codes)
        if any(number < 0 for number in found) and not padded:
            raise NoSuchThingError(f"{name} has no entry {start - 1}")
        return found

    return place


def is_column_of(sub: t.Node | None) -> bool:
    r"""Whether a subscript names a column of a matrix, ``W_{:,j}``."""
    return sub is not None and index_items(sub, 2)[:1] == (WHOLE,)


def line_of(
    compiler: Compiler,
    items: tuple[t.Node, ...],
    size: Callable[[int], Callable[[Instance], int]],
    start: int,
    name: str,
) -> Callable[[Instance], tuple[int, ...]]:
    r"""A column of a matrix, ``W_{:,j}``, or a row, ``W_{i,:}``."""
    axis = 1 if items[0] == WHOLE else 0
    if items[axis] == WHOLE:
        raise EquationError(f"all of {name} is written {name}")
    code = index_code(compiler, items[axis], size(axis), start=start)

    def place(inst: Instance) -> tuple[int, ...]:
        if (number := code(inst) - start) < 0:
            raise NoSuchThingError(f"{name} has no entry {start - 1}")
        return (-1, number) if axis else (number, -1)

    return place


def whole_row(compiler: Compiler, item: t.Node, name: str) -> Callable[[Instance], tuple[int, ...]]:
    """The row of one sample, ``Y_i``, where samples are rows."""
    sample = index_code(compiler, item, lambda inst: int(inst.sizes["m"]))

    def place(inst: Instance) -> tuple[int, ...]:
        if not 1 <= (row := sample(inst)) <= inst.sizes["m"]:
            raise NoSuchThingError(f"{name} has no row {row}")
        return row - 1, -1

    return place


def sample_places(
    compiler: Compiler,
    symbol: Symbol,
    sub: t.Node | None,
    column: Callable[[Instance], int],
    name: str,
    key: Callable[[Instance], Key],
) -> Callable[[Instance], tuple[int, ...]]:
    def checked(inst: Instance) -> int:
        number = column(inst)
        if not 1 <= number <= inst.sizes["m"]:
            raise NoSuchThingError(f"there is no sample {number}")
        return number - 1

    if sub is None:
        return lambda inst: (-1, checked(inst))
    items = index_items(sub, 1)
    row = index_code(compiler, items[0], lambda inst: inst.dimensions(symbol, key(inst)[1])[0])

    def place(inst: Instance) -> tuple[int, ...]:
        if row(inst) < 1:
            raise NoSuchThingError(f"{name} has no entry 0")
        return row(inst) - 1, checked(inst)

    return place
