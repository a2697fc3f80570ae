"""Limits that come from no formula: a function is looked at ever closer, a sequence ever later."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from bookkit.values import algebra

Value = Any
Noisy = Callable[[float], tuple[Value, float]]

# How near two ways to a limit must lead, as a share of it. Extrapolation loses digits with each order.
TWO_SIDES = 1e-5  # nine steps from either side, of which each alone is the less exact
TWO_RATIOS = 1e-6  # ten steps of two lengths from one side
TWO_LENGTHS = 1e-7  # eight and seven steps on the way to infinity, where the steps shrink evenly
STILL = 1e-13  # two values that agree to the last digits have arrived
LATE_ENOUGH = 1e-9  # values very far out are nearly the limit itself; so is their noise allowed to be
CONTRADICTED = 1e-6  # as far as that, they refute what was extrapolated
STEADY = 1e-9  # steps that shrink by less than this share of themselves do not shrink
# Below these a limit counts as 0, which has no share: what is left is compared with them.
SMALL, LITTLE, NOTHING = 1e-8, 1e-3, 1e-300


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
    size = max(float(np.max(np.abs(both))), SMALL)
    if not np.all(np.abs(one - other) <= TWO_SIDES * size):
        return both * np.nan
    return both


FAR_OUT = tuple(10.0**power for power in (12, 16, 24, 40, 60, 90, 120, 150, 220, 300))


def _confirmed(found: Value, noisy: Noisy, place: Callable[[float], float]) -> Value:
    """A limit that very late values do not contradict; one that only they show; NaN for none."""
    late = []
    for far in FAR_OUT:
        value, noise = noisy(place(far))
        if np.all(np.isfinite(value)) and noise <= LATE_ENOUGH * max(float(np.max(np.abs(value))), LITTLE):
            late.append(value)
    known = bool(np.all(np.isfinite(found)))
    if len(late) < 3:
        return found
    size = max(float(np.max(np.abs(late[-1]))), float(np.max(np.abs(late[0]))), NOTHING)
    settled = float(np.max(np.abs(late[-1] - late[-2]))) <= LATE_ENOUGH * size
    if known:
        off = float(np.max(np.abs(late[-1] - found)))
        wrong = settled and off > CONTRADICTED * max(float(np.max(np.abs(found))), LITTLE)
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
    size = max(float(np.max(np.abs(one))), SMALL)
    return one if np.all(np.abs(one - other) <= TWO_RATIOS * size) else one * np.nan


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
        np.abs(np.subtract(far[-1], far[-3])) <= STILL * (LITTLE + np.abs(far[-1]))
    ):
        return far[-1]
    steps = [1.0 / (10.0 * 1.5**level) for level in range(8)]
    full, short = _extrapolate(steps, far), _extrapolate(steps[1:], far[1:])
    if not np.all(np.abs(full - short) <= TWO_LENGTHS * np.maximum(np.abs(full), LITTLE)):
        return full * np.nan
    return full


# Where a sequence is looked at to find its limit: ever later, and not in step with anything.
LATE = (40, 83, 166, 339)


class EndlessError(Exception):
    """A sequence that settles at nothing."""


def of_sequence(f: Callable[[int], Value]) -> Value:
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
        if np.isinf(change) or (before is not None and (np.isnan(change) or change >= last * (1 - STEADY))):
            raise EndlessError
        before = value
    return before * np.nan


def _settled(before: Value, after: Value) -> bool:
    size = float(np.max(np.abs(after)))
    return bool(np.all(np.isfinite(after))) and float(np.max(np.abs(algebra.add(after, -before)))) <= max(
        STILL * size,
        1e-16,  # half a last digit of 1
    )
