"""Derivatives that come from no formula: the complex step, central differences, and limits.

The complex step moves one place of the forward computation by i·h with h = 1e-30; the imaginary part of the
result, divided by h, is the derivative to full precision, since nothing is subtracted. Inside another complex
step (second derivatives) central differences with Richardson's extrapolation take over; they act on the real
and the imaginary part alike.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from bookkit.equations import budget
from bookkit.equations.draw import STEP, Instance, Key
from bookkit.equations.errors import ShapeError
from bookkit.equations.functions import domain

Value = Any
WIDTH = 0.04
SCALE = "the largest term that took part"
LEVELS = 5


def richardson(f: Callable[[float], Value], width: float = WIDTH) -> Value:
    """The derivative of f at 0 by central differences, extrapolated to a vanishing step."""
    table: list[Value] = []
    for level in range(LEVELS):
        h = width / 2**level
        row = [(f(h) - f(-h)) / (2 * h)]
        for order, previous in enumerate(table, start=1):
            row.append(row[-1] + (row[-1] - previous) / (4**order - 1))
        table = row
    return table[-1]


def along(inst: Instance, f: Callable[[Value], Value]) -> Value:
    """The derivative at 0 of a function of one small change."""
    budget.spend(10)
    inst.deriving += 1
    outer, inst.scale = inst.scale, 0.0
    try:
        with domain.excused():
            return _differences(inst, f) if inst.complex else _complex_step(inst, f)
    finally:
        inst.deriving -= 1
        inst.scale = max(outer, inst.scale)


def _complex_step(inst: Instance, f: Callable[[Value], Value]) -> Value:
    inst.complex = True
    try:
        value = f(1j * STEP)
    finally:
        inst.complex = False
    return np.imag(value) / STEP + 0.0 * np.real(value)  # what has no value has no derivative


def _differences(inst: Instance, f: Callable[[Value], Value]) -> Value:
    inst.rough = True
    largest = 0.0

    def seen(step: float) -> Value:
        nonlocal largest
        value = f(step)
        largest = max(largest, float(np.max(np.abs(np.imag(value)))) / STEP)
        return value

    result = richardson(seen)
    inst.rough_noise = max(inst.rough_noise, 4e-12 * largest)
    return result


def by_symbol(inst: Instance, f: Callable[[], Value], key: Key, jacobian: bool = False) -> Value:
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
        result = np.zeros(base.shape, dtype=np.result_type(*[np.asarray(v).dtype for v in entries.values()]))
        for place, value in entries.items():
            result[place] = np.reshape(value, ())
        return result
    if base.shape[1] == 1 and np.shape(first)[1] == 1:
        return np.concatenate([entries[place] for place in np.ndindex(base.shape)], axis=1)
    raise ShapeError(
        f"a derivative of shape {np.shape(first)} with respect to shape {base.shape} is no matrix"
    )


def by_entry(
    inst: Instance, f: Callable[[], Value], key: Key, place: tuple[int, ...], shape: tuple[int, ...]
) -> Value:
    """The derivative of f with respect to one entry of a symbol's array."""

    def moved(t: Value) -> Value:
        nudge = np.zeros(shape, dtype=complex if isinstance(t, complex) else float)
        nudge[place] = t
        return _nudged(inst, f, key, nudge, (key, place, t))

    return along(inst, moved)


def _nudged(inst: Instance, f: Callable[[], Value], key: Key, nudge: Value, mark: Any) -> Value:
    """A value while a symbol is moved; what it was made of is known when the same place is moved again."""
    with inst.state(injections={key: nudge}, mark=mark):
        inst.scale = max(inst.scale, inst.memo.get(SCALE, 0.0))
        value = f()
        inst.memo[SCALE] = inst.scale
        return value


def gradient(inst: Instance, of: Key, by: Key) -> Value:
    """The derivative of one symbol by another, remembered while nothing else changes."""
    mark = ("gradient", of, by)
    if mark not in inst.memo:
        inst.memo[mark] = by_symbol(inst, lambda: inst.value(of), by, jacobian=True)
    return inst.memo[mark]


def jacobian_entry(inst: Instance, of: Key, by: Key, place: tuple[int, ...]) -> Value:
    """The derivative of a symbol (its whole array) by one entry of another, remembered."""
    mark = ("entry", of, by, place)
    if mark not in inst.memo:
        shape = np.shape(inst.value(by))
        inst.memo[mark] = by_entry(inst, lambda: inst.value(of), by, place, shape)
    return inst.memo[mark]


Noisy = Callable[[float], tuple[Value, float]]


def limit(f: Callable[[float], Value], point: float, side: int = 0, noisy: Noisy | None = None) -> Value:
    """The limit of f at a point from both sides (or from one; or at an infinity), NaN where there is none.

    ``noisy`` gives the value and what rounding may have done to it; with it, it is looked very far out, or
    very close, whether the limit is confirmed, and the limit is found there where it is approached slowly.
    """
    if np.isinf(point):
        sign = float(np.sign(point))
        found = _limit_at_infinity(f, sign)
        return found if noisy is None else _confirmed(found, noisy, lambda far: sign * far)
    if side:
        found = _limit_from(f, point, side)
        return found if noisy is None else _confirmed(found, noisy, lambda far: point + side / far)
    steps = [0.1 / 1.6**level for level in range(9)]
    right = [f(point + h) for h in steps]
    left = [f(point - h) for h in steps]
    both = _extrapolate([*steps, *(-h for h in steps)], [*right, *left])
    one, other = _extrapolate(steps, right), _extrapolate(steps, left)
    size = max(float(np.max(np.abs(both))), 1e-8)
    if not np.all(np.abs(one - other) <= 1e-5 * size):
        return both * np.nan
    return both


FAR_OUT = tuple(10.0**power for power in (12, 16, 24, 40, 60, 90, 120, 150, 220, 300))


def _confirmed(found: Value, noisy: Noisy, place: Callable[[float], float]) -> Value:
    """A limit that very late values do not contradict; one that only they show; NaN for none."""
    late = []
    for far in FAR_OUT:
        value, noise = noisy(place(far))
        if np.all(np.isfinite(value)) and noise <= 1e-9 * max(float(np.max(np.abs(value))), 1e-3):
            late.append(value)
    known = bool(np.all(np.isfinite(found)))
    if len(late) < 3:
        return found
    size = max(float(np.max(np.abs(late[-1]))), float(np.max(np.abs(late[0]))), 1e-300)
    settled = float(np.max(np.abs(late[-1] - late[-2]))) <= 1e-9 * size
    if known:
        off = float(np.max(np.abs(late[-1] - found)))
        wrong = settled and off > 1e-6 * max(float(np.max(np.abs(found))), 1e-3)
        return found if not wrong else late[-1] if _shrinking(late) else found * np.nan
    return late[-1] if settled and _shrinking(late) else found


def _shrinking(late: list[Value]) -> bool:
    """Whether late values come closer and closer to the last one."""
    gaps = [float(np.max(np.abs(value - late[-1]))) for value in late[:-1]]
    return all(after <= before for before, after in itertools.pairwise(gaps))


def _limit_from(f: Callable[[float], Value], point: float, side: int) -> Value:
    """The limit from one side; two sequences of steps must lead to the same."""
    found = []
    for ratio in (1.6, 1.9):
        steps = [0.1 / ratio**level for level in range(10)]
        found.append(_extrapolate(steps, [f(point + side * h) for h in steps]))
    one, other = found
    size = max(float(np.max(np.abs(one))), 1e-8)
    return one if np.all(np.abs(one - other) <= 1e-6 * size) else one * np.nan


def _extrapolate(points: list[float], values: list[Value]) -> Value:
    """Neville's scheme at 0."""
    row = [np.asarray(value) if np.ndim(value) else value for value in values]
    for order in range(1, len(points)):
        row = [
            (points[i] * row[i + 1] - points[i + order] * row[i]) / (points[i] - points[i + order])
            for i in range(len(points) - order)
        ]
    return row[0]


def _limit_at_infinity(f: Callable[[float], Value], sign: float) -> Value:
    far = [f(sign * 10.0 * 1.5**level) for level in range(8)]
    if np.all(np.isfinite(far)) and np.all(
        np.abs(np.subtract(far[-1], far[-3])) <= 1e-13 * (1e-3 + np.abs(far[-1]))
    ):
        return far[-1]
    steps = [1.0 / (10.0 * 1.5**level) for level in range(8)]
    full, short = _extrapolate(steps, far), _extrapolate(steps[1:], far[1:])
    if not np.all(np.abs(full - short) <= 1e-7 * np.maximum(np.abs(full), 1e-3)):
        return full * np.nan
    return full
