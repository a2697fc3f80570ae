"""Derivatives that come from no formula: the complex step, and central differences.

The complex step moves one place of the forward computation by i·h with h = 1e-30; the imaginary part of the
result, divided by h, is the derivative to full precision, since nothing is subtracted. Inside another complex
step (second derivatives) central differences with Richardson's extrapolation take over; they act on the real
and the imaginary part alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

import numpy as np

from bookkit.equations.drawing import budget
from bookkit.equations.drawing.notes import Notes
from bookkit.equations.reading.context import Key
from bookkit.values import algebra
from bookkit.values.errors import ShapeError
from bookkit.values.functions import domain

STEP = 1e-30  # of the complex step: its square is lost beside 1, and its digits are not
Value = Any
WIDTH = 0.04  # of the widest difference, small beside the values that are drawn
EXTRAPOLATED = 4e-12  # what five levels of differences may be off by: rounding over the narrowest width
SCALE = "the largest term that took part"
LEVELS = 5


class Movable(Protocol):
    """What a derivative needs of a draw: values that can be moved, and notes of what rounding does."""

    complex: bool
    exact: bool
    deriving: int
    notes: Notes
    memo: dict[Any, Value]

    def value(self, key: Key) -> Value: ...

    def slope(self, f: Callable[[Value], Value]) -> Value: ...

    def state(
        self, injections: Mapping[Key, Value] | None = None, *, mark: Any = None
    ) -> AbstractContextManager[None]: ...


def richardson(f: Callable[[float], Value]) -> Value:
    """The derivative of f at 0 by central differences, extrapolated to a vanishing step."""
    table: list[Value] = []
    for level in range(LEVELS):
        h = WIDTH / 2**level
        row = [(f(h) - f(-h)) / (2 * h)]
        for order, previous in enumerate(table, start=1):
            row.append(row[-1] + (row[-1] - previous) / (4**order - 1))
        table = row
    return table[-1]


def along(inst: Movable, f: Callable[[Value], Value]) -> Value:
    """The derivative at 0 of a function of one small change, whose values have a size of their own."""
    if inst.exact:
        return inst.slope(lambda t: of_a_size(f(t)))
    budget.spend(10)
    inst.deriving += 1
    outer, inst.notes.scale = inst.notes.scale, 0.0
    try:
        with domain.excused():
            derived = _differences if inst.complex else _complex_step
            return derived(inst, lambda t: of_a_size(f(t)))
    finally:
        inst.deriving -= 1
        inst.notes.scale = max(outer, inst.notes.scale)


def of_a_size(value: Value) -> Value:
    """A value, which has to have a size: the entries of blocks of zeros, say, leave open where they are."""
    algebra.refuse_unsized(value)
    return value


def _complex_step(inst: Movable, f: Callable[[Value], Value]) -> Value:
    inst.complex = True
    try:
        value = f(1j * STEP)
    finally:
        inst.complex = False
    return np.imag(value) / STEP + 0.0 * np.real(value)  # what has no value has no derivative


def _differences(inst: Movable, f: Callable[[Value], Value]) -> Value:
    inst.notes.rough = True
    largest = 0.0

    def seen(step: float) -> Value:
        nonlocal largest
        value = f(step)
        largest = max(largest, float(np.max(np.abs(np.imag(value)))) / STEP)
        return value

    result = richardson(seen)
    inst.notes.noise = max(inst.notes.noise, EXTRAPOLATED * largest)
    return result


def by_symbol(inst: Movable, f: Callable[[], Value], key: Key, jacobian: bool = False) -> Value:
    """The derivative of f with respect to a symbol: number or array, entry by entry.

    Of a number it has the shape of the symbol; of a column by a column it is the Jacobian. With
    ``jacobian`` a column of one entry counts as a column, without as a number.
    """
    with inst.state():
        base = inst.value(key)
    if np.ndim(base) == 0:
        return along(inst, lambda t: _nudged(inst, f, key, t, (key, t)))
    entries = {}
    for place in np.ndindex(base.shape):
        entries[place] = by_entry(inst, f, key, place, base.shape)
    first = next(iter(entries.values()))
    if np.ndim(first) == 0 or (np.shape(first) == (1, 1) and not jacobian):
        return arranged(entries, base.shape)
    if base.shape[1] == 1 and np.shape(first)[1] == 1:
        return np.concatenate([entries[place] for place in np.ndindex(base.shape)], axis=1)
    raise ShapeError(
        f"a derivative of shape {np.shape(first)} with respect to shape {base.shape} is no matrix"
    )


def arranged(entries: Mapping[tuple[int, ...], Value], shape: tuple[int, ...]) -> Value:
    """Numbers as an array, each in its place."""
    result: Any = np.zeros(shape, dtype=np.result_type(*[np.asarray(v).dtype for v in entries.values()]))
    for place, value in entries.items():
        result[place] = np.reshape(value, ())[()]
    return result


def by_entry(
    inst: Movable, f: Callable[[], Value], key: Key, place: tuple[int, ...], shape: tuple[int, ...]
) -> Value:
    """The derivative of f with respect to one entry of a symbol's array."""

    def moved(t: Value) -> Value:
        return _nudged(inst, f, key, nudge(shape, place, t), (key, place, t))

    return along(inst, moved)


def nudge(shape: tuple[int, ...], place: tuple[int, ...], step: Value) -> Value:
    """A step of one entry of an array."""
    found: Any = np.zeros(shape, dtype=_kind_of(step))
    found[place] = step
    return found


def _kind_of(step: Value) -> type:
    """Of what kind an array is that holds a step."""
    return type(step) if isinstance(step, (complex, float)) else object


def _nudged(inst: Movable, f: Callable[[], Value], key: Key, nudge: Value, mark: Any) -> Value:
    """A value while a symbol is moved; what it was made of is known when the same place is moved again."""
    with inst.state(injections={key: nudge}, mark=mark):
        inst.notes.scale = max(inst.notes.scale, inst.memo.get(SCALE, 0.0))
        value = f()
        inst.memo[SCALE] = inst.notes.scale
        return value


def gradient(inst: Movable, of: Key, by: Key) -> Value:
    """The derivative of one symbol by another, remembered while nothing else changes."""
    mark = ("gradient", of, by)
    if mark not in inst.memo:
        inst.memo[mark] = by_symbol(inst, lambda: inst.value(of), by, jacobian=True)
    return inst.memo[mark]


def jacobian_entry(inst: Movable, of: Key, by: Key, place: tuple[int, ...]) -> Value:
    """The derivative of a symbol (its whole array) by one entry of another, remembered."""
    mark = ("entry", of, by, place)
    if mark not in inst.memo:
        shape = np.shape(inst.value(by))
        inst.memo[mark] = by_entry(inst, lambda: inst.value(of), by, place, shape)
    return inst.memo[mark]
