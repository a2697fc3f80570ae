"""Sequences in time: a value for every t, made from the one before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bookkit.equations.compiling.compiler import Compiler
from bookkit.equations.compiling.facts import Code, Value
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.limits import LATE
from bookkit.equations.reading.context import Context, Definition, Key
from bookkit.notations.table import TIME, Symbol
from bookkit.values.errors import EquationError, NoSuchThingError, ShapeError

_MEMBER = re.compile(r"(.+)_\{\d+\}")


def starts(context: Context, name: str) -> list[Definition]:
    """The definitions of single members of a sequence, such as ``v_0``."""
    member = re.compile(re.escape(name) + r"_\{\d+\}")
    return [item for item in context.definitions if member.fullmatch(item.name)]


def start_of_arrays(compiler: Compiler, name: str, code: Code) -> Code:
    """A start such as ``h_0 = 0`` of a sequence of columns: the 0 is a column of zeros."""
    match = _MEMBER.fullmatch(name)
    symbol = compiler.notation.by_base.get(match[1]) if match else None
    if symbol is None or not (symbol.time and symbol.shape):
        return code
    base = symbol.base

    def value(inst: Instance) -> Value:
        found, shape = code(inst), inst.dimensions(symbol, None)
        if np.shape(found) == shape:
            return found
        if np.ndim(found) or found != 0:
            raise ShapeError(
                f"{name} is {shape[0]} × {shape[1]}, as {base} is at each time; it cannot be a number"
            )
        return np.zeros(shape)

    return value


def moment(inst: Instance, symbol: Symbol, when: Callable[[Instance], int]) -> int:
    """A time at which the table has a value for a symbol."""
    time = when(inst)
    if not symbol.first <= time <= inst.sizes["T"]:
        raise NoSuchThingError(f"there is no {symbol.base}_{time}")
    return time


@dataclass
class Recursion:
    """The values of a sequence that the page defines, from the earliest on."""

    definition: Definition
    code: Code

    def __post_init__(self) -> None:
        self.goes_back = self.definition.goes_back

    def __call__(self, inst: Instance, key: Key) -> Value:
        symbol = inst.notation.by_base.get(key[0])
        if key[2] == () and symbol is not None and symbol.time:
            return inst.leaf(key, symbol)
        if len(key[2]) != 1:
            raise EquationError(f"{key[0]} needs a time as its subscript")
        time = key[2][0]
        fixed = f"{key[0]}_{{{time}}}"
        if fixed in inst.nodes:
            return inst.value((fixed, None, ()))
        if fixed in inst.notation.by_base:  # a start that the page has declared
            return inst.value((fixed, None, ()))
        if time <= 0 and self.goes_back:
            if time < 0 or symbol is None or not symbol.time or symbol.first > 0:
                raise NoSuchThingError(f"nothing says what {key[0]}_{time} is")
            return inst.leaf(key, symbol)
        return self.at(inst, time)

    def at(self, inst: Instance, time: int) -> Value:
        """The value at a time; what is long ago is computed first, so that nothing nests deep."""
        name = self.definition.name
        if time > 3 * LATE[-1]:
            raise EquationError(f"{name}_{time} depends on ever later ones")
        if self.goes_back and time > 8 and (name, None, (time - 1,)) not in inst.memo:
            for earlier in range(1, time):
                inst.value((name, None, (earlier,)))
        with inst.only_bound({self.definition.sub[0]: time}):
            return self.code(inst)


def is_sequence(compiler: Compiler, definition: Definition) -> bool:
    """Whether a definition is one for every time: then it may go back to earlier times."""
    return bool(definition.sub) and all(compiler.notation.indices.get(i) == TIME for i in definition.sub)
