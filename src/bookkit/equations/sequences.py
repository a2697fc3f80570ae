"""Sequences in time: a value for every t, made from the one before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bookkit.equations import algebra
from bookkit.equations import tree as t
from bookkit.equations.context import Context, Definition
from bookkit.equations.draw import Instance, Key
from bookkit.equations.errors import EquationError, NoSuchThingError
from bookkit.equations.parts import Code, Value
from bookkit.notations.table import Symbol

# Where a sequence is looked at to find its limit: ever later, and not in step with anything.
LATE = (40, 83, 166, 339)


def starts(context: Context, name: str) -> list[Definition]:
    """The definitions of single members of a sequence, such as ``v_0``."""
    member = re.compile(re.escape(name) + r"_\{\d+\}")
    return [item for item in context.definitions if member.fullmatch(item.name)]


def moment(inst: Instance, symbol: Symbol, when: Callable[[Instance], int]) -> int:
    """A time at which the table has a value for a symbol."""
    time = when(inst)
    if not symbol.first <= time <= inst.sizes["T"]:
        raise NoSuchThingError(f"there is no {symbol.base}_{time}")
    return time


def goes_back(definition: Definition) -> bool:
    """Whether a sequence is made from its own earlier values."""
    named = (part.base for part in definition.body.walk() if isinstance(part, t.Scripted))
    return any(base.latex() == definition.name for base in named)


@dataclass
class Recursion:
    """The values of a sequence that the page defines, from the earliest on."""

    definition: Definition
    code: Code

    def __post_init__(self) -> None:
        self.goes_back = goes_back(self.definition)

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


class EndlessError(Exception):
    """A sequence that settles at nothing."""


def limit(f: Callable[[int], Value]) -> Value:
    """What a sequence settles at; NaN where it has not settled by the latest time, but may.

    Raises EndlessError where its steps do not get smaller.
    """
    before: Value = None
    change = np.inf
    for time in LATE:
        value = f(time)
        if before is not None and _settled(before, value):
            return value
        last, change = change, float(np.max(np.abs(algebra.add(f(time + 1), -value))))
        if np.isinf(change) or (before is not None and (np.isnan(change) or change >= last * (1 - 1e-9))):
            raise EndlessError
        before = value
    return before * np.nan


def _settled(before: Value, after: Value) -> bool:
    size = float(np.max(np.abs(after)))
    return bool(np.all(np.isfinite(after))) and float(np.max(np.abs(algebra.add(after, -before)))) <= max(
        1e-13 * size, 1e-16
    )
