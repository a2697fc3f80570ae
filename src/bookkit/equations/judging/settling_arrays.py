r"""Conditions between arrays: ``\text{if } A = A^\top``, ``A^\top A = I``, ``A x = \lambda x``, ``P^2 = P``.

One of the arrays in them is moved, by as little as possible, until both sides are equal. Where it starts is
any array, so where it ends is any one on the condition. Some moves are exact, such as taking the mean of a
matrix and its transpose; else Newton's steps lead there. What has to vanish for it, as x in ``A x = b x``
does where A is any matrix, becomes 0 and no small number that rounding has left; of a claim about x, that is
a draw, too, unless a condition says ``x^\top x > 0``. A draw on which nothing leads there is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from bookkit.equations.drawing import budget
from bookkit.exact.functions import exactly
from bookkit.values import algebra
from bookkit.values.algebra import largest
from bookkit.values.errors import ShapeError

Value = Any
MOST = 150  # entries that are moved together
STEPS = 40
NUDGE = 1e-6
SMALLEST, LARGEST = 1e-6, 1e3  # as shares of what was drawn: below it is 0, above it leads nowhere
ROUGH = 100.0  # times the roundings of a condition that was met in steps, a claim may be off
POLISHED = 4
NEAR = 1e-9  # so near to the condition, one more step is the last


def paired(left: Value, right: Value) -> tuple[Value, Value]:
    """Two sides that can be compared: both numbers, or both arrays of one shape."""
    left, right = algebra.pair(left, right)
    left, right = _with_zeros(left, right), _with_zeros(right, left)
    if np.size(left) == np.size(right) == 1:
        return algebra.number(left), algebra.number(right)
    if np.shape(left) != np.shape(right):
        raise ShapeError(
            f"in the condition, the left side is {algebra.shape(left)}, the right side {algebra.shape(right)}"
        )
    return left, right


def _with_zeros(side: Value, other: Value) -> Value:
    """A 0 beside an array is an array of zeros."""
    return np.zeros(np.shape(other)) if np.ndim(other) and algebra.is_number(side) and side == 0 else side


def moves(start: Value, gap: Value) -> Iterator[Value]:
    """What an array may become at once, by how far a condition is from being met with it."""
    gaps = [gap] if np.shape(gap) == np.shape(start) else []
    if np.ndim(gap) == 2 and np.shape(gap)[::-1] == np.shape(start):
        gaps.append(gap.T)
    for found in gaps:
        for part in (_half(found), found):
            yield start - part
            yield start + part


def _half(array: Value) -> Value:
    return array / (exactly(2) if array.dtype == object else 2.0)


def rotation(start: Value, signs: list[int]) -> Value:
    """An orthogonal matrix that is made from any square one (Cayley), with such signs of columns."""
    half, unit = _half(start - start.T), np.eye(len(start), dtype=int)
    if start.dtype == object:
        unit = np.array([[exactly(int(entry)) for entry in row] for row in unit])
    turned = (unit - half) @ algebra.inverse(unit + half)
    return turned * np.array([signs])


def settled(start: Value, moved: Value) -> Value:
    """Where an array has been moved to: 0 where it vanishes, no number where it grows without bounds."""
    size = largest(moved) / max(largest(start), 1e-300)
    if size < SMALLEST:
        return np.zeros(np.shape(start))
    return moved if size <= LARGEST else np.full(np.shape(start), np.nan)


def polished(gap: Callable[[Value], Value], value: Value) -> Value:
    """A value on a condition, without the last rounding where one more move takes it away."""
    for _ in range(POLISHED):
        left = gap(value)
        better = [moved for moved in moves(value, left) if largest(gap(moved)) < largest(left)]
        if not better:
            break
        value = better[0]
    return value


def newton(gap: Callable[[Value], Value], start: Value, size: float) -> Iterator[Value]:
    """Values that come nearer to where a gap is 0, each by the smallest step that may lead there."""
    value, shape, last = start, np.shape(start), False
    if np.size(start) > MOST:
        return
    for _ in range(STEPS):
        here = np.ravel(gap(value))
        if not np.all(np.isfinite(here)):
            return
        budget.spend(np.size(value))
        nudge = NUDGE * max(largest(value), 1e-300)
        slopes = np.empty((len(here), np.size(value)))
        for at in range(np.size(value)):
            moved = np.array(value, dtype=float)
            moved.flat[at] += nudge
            slopes[:, at] = (np.ravel(gap(moved)) - here) / nudge
        step = np.linalg.lstsq(slopes, -here, rcond=1e-7)[0]
        value = value + np.reshape(step, shape)
        if last:
            yield value
        last = last or largest(here) <= NEAR * size
