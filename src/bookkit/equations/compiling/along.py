"""Derivatives along all definitions: by a symbol, by an entry, by what is bound."""

from __future__ import annotations

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Ref, Value
from bookkit.equations.compiling.outlines import is_column, is_number
from bookkit.equations.compiling.references import reference
from bookkit.equations.drawing import derivatives
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Key
from bookkit.values.algebra import entry
from bookkit.values.errors import EquationError, NoSuchThingError


def total_derivative(
    compiler: Compiler, code: Code, of: Ref | None, wrt: Ref, node: t.Node | None = None
) -> Code:
    """A derivative along all definitions; ``node`` is what is derived."""
    if of is not None:
        needs_definition(compiler, of, wrt)
        if of.place is not None or wrt.place is not None:
            return derivative_of_entry(of, wrt, code)
        definition = compiler.context.find(of.name)
        if definition is not None and not definition.sub and is_number(compiler, definition.body):
            return lambda inst: derivatives.by_symbol(inst, lambda: of(inst), wrt.key(inst))
        return lambda inst: derivatives.gradient(inst, of.key(inst), wrt.key(inst))
    return by_injection(code, wrt, node is not None and is_column(compiler, node))


def by_injection(code: Code, wrt: Ref, jacobian: bool = False) -> Code:
    if wrt.place is None:
        return lambda inst: derivatives.by_symbol(inst, lambda: code(inst), wrt.key(inst), jacobian)
    return lambda inst: by_entry(inst, code, wrt)


def gradient_by(compiler: Compiler, by: t.Node) -> tuple[Ref, t.Node | None] | None:
    """``\\nabla_a C``: the letter without a layer means the last one."""
    symbol = compiler.notation.by_base.get(by.latex()) if isinstance(by, t.Name) else None
    if symbol is not None and symbol.layered:
        return reference(compiler, t.Scripted(by, 0, None, t.Name("L")))
    return reference(compiler, by)


def derivative_of_entry(of: Ref, wrt: Ref, code: Code) -> Code:
    def value(inst: Instance) -> Value:
        if wrt.place is None:
            return derivatives.by_symbol(inst, lambda: of(inst), wrt.key(inst))
        if is_line(inst, wrt):
            return by_line(inst, of, wrt)
        key = wrt.key(inst)
        place = full_place(inst, wrt, key)
        whole = derivatives.jacobian_entry(inst, of.key(inst), key, place)
        return whole if of.place is None else entry(whole, of.place(inst), of.name)

    _ = code
    return value


def by_entry(inst: Instance, code: Code, wrt: Ref) -> Value:
    if is_line(inst, wrt):
        return by_line(inst, code, wrt)
    key = wrt.key(inst)
    place = full_place(inst, wrt, key)
    return derivatives.by_entry(inst, lambda: code(inst), key, place, np.shape(inst.value(key)))


def is_line(inst: Instance, ref: Ref) -> bool:
    """Whether a symbol is a row or a column of a matrix, by a letter of the page's own."""
    assert ref.place is not None
    return ref.as_column and min(ref.place(inst)) < 0


def by_line(inst: Instance, code: Code, wrt: Ref) -> Value:
    """The derivative by a row or a column of a matrix: of a number a column, of a column a Jacobian."""
    key = wrt.key(inst)
    assert wrt.place is not None
    row, column = wrt.place(inst)
    array = inst.value(key)
    entry(array, (row, column), wrt.name)  # NoSuchThingError where there is none
    rows, columns = np.shape(array)
    places = [(row, at) for at in range(columns)] if column < 0 else [(at, column) for at in range(rows)]
    found = [derivatives.by_entry(inst, lambda: code(inst), key, place, (rows, columns)) for place in places]
    if all(np.size(item) == 1 for item in found):
        return derivatives.arranged({(at, 0): item for at, item in enumerate(found)}, (len(found), 1))
    if any(np.shape(item)[1] != 1 for item in found):
        raise EquationError(f"a derivative of a matrix with respect to {wrt.name} is no matrix")
    return np.concatenate(found, axis=1)


def full_place(inst: Instance, ref: Ref, key: Key) -> tuple[int, ...]:
    assert ref.place is not None
    place = ref.place(inst)
    array = inst.value(key)
    if ref.is_outside(array, place):
        raise NoSuchThingError(f"{ref.name} has no such entry to be derived by")
    entry(array, place, ref.name)  # NoSuchThingError where there is no such entry
    if len(place) == 1:
        place = (place[0], 0) if np.shape(array)[1] == 1 else (0, place[0])
    if min(place) < 0:
        raise EquationError("a derivative with respect to a whole sample")
    return place


def needs_definition(compiler: Compiler, of: Ref, wrt: Ref) -> None:
    """A leaf depends on nothing: its derivative would be a zero that says nothing."""
    leaf = of.symbol is not None and of.symbol.draw is not None and compiler.context.find(of.name) is None
    if leaf and of.name != wrt.name:
        raise EquationError(f"nothing says how {of.name} depends on {wrt.name}; define it with \\coloneqq")


def derivative_by_bound(code: Code, name: str) -> Code:
    def value(inst: Instance) -> Value:
        point = inst.bound(name)

        def moved(step: Value) -> Value:
            with inst.state(binding={name: point + step}):
                return code(inst)

        return derivatives.along(inst, moved)

    return value
