r"""Integrals, measured: ``\int_a^b f(x)\,dx`` is the number at which finer and finer sums settle.

The double exponential substitution carries the range to the whole line, where the integrand falls off faster
than any exponential; so ends at which it has no value, or that lie at infinity, do no harm. What does not
settle, since it oscillates, diverges, or hides a spike, has no value here, and its claim is not judged.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np

Value = Any
REACH = 3.4  # of the substituted variable: beyond it the weights are smaller than rounding
TAIL = 4.2  # where the range is endless
STEPS = (1 / 8, 1 / 16, 1 / 32)
OUTSIDE = 5.0  # from here on an integrand may have become too small for a float
SETTLED = 1e-9  # how near the two finest sums must be: each halving of the step doubles the digits
CUT_OFF = 1e-9  # the share of the sum that its outermost terms may be; else more lies beyond them


@cache
def _points(step: float, reach: float, shift: float) -> tuple[Any, Any, Any]:
    """Where the sum looks: places from -1 to 1, how far each is from its nearer end, and its weight."""
    u = np.arange(-reach, reach + step / 2, step) + shift * step
    inner = np.pi / 2 * np.sinh(u)
    weight = step * np.pi / 2 * np.cosh(u) / np.cosh(inner) ** 2
    gap = np.exp(-np.abs(inner)) / np.cosh(inner)  # 1 - |tanh|, without cancellation
    return np.sign(u), gap, weight


def between(f: Callable[[Value], Value], low: Value, high: Value, step: float, shift: float) -> list[Value]:
    """The terms of the sum for a range between two numbers."""
    half = (high - low) / 2
    terms = []
    for sign, gap, weight in zip(*_points(step, REACH, shift), strict=True):
        place = low + half * gap if sign < 0 else high - half * gap
        terms.append(f(place) * (half * weight))
    return terms


def up_from(f: Callable[[Value], Value], low: Value, step: float, shift: float) -> list[Value]:
    """The terms of the sum for a range from a number to infinity."""
    u = np.arange(-TAIL, TAIL + step / 2, step) + shift * step
    far = np.exp(np.pi / 2 * np.sinh(u))
    weights = step * np.pi / 2 * np.cosh(u) * far
    return _inside([(float(x), f(low + float(x)) * float(w)) for x, w in zip(far, weights, strict=True)])


def _inside(terms: list[tuple[float, Value]]) -> list[Value]:
    """The terms without those far out where a float holds nothing of the integrand any more."""
    while terms and terms[-1][0] > OUTSIDE and np.isnan(terms[-1][1]):
        terms.pop()
    start = 0
    while start < len(terms) and terms[start][0] < -OUTSIDE and np.isnan(terms[start][1]):
        start += 1
    return [term for _, term in terms[start:]]


def everywhere(f: Callable[[Value], Value], step: float, shift: float) -> list[Value]:
    """The terms of the sum for the whole line."""
    u = np.arange(-TAIL, TAIL + step / 2, step) + shift * step
    far = np.sinh(np.pi / 2 * np.sinh(u))
    weights = step * np.pi / 2 * np.cosh(u) * np.cosh(np.pi / 2 * np.sinh(u))
    return _inside([(float(x), f(float(x)) * float(w)) for x, w in zip(far, weights, strict=True)])


def terms_of(f: Callable[[Value], Value], low: Value, high: Value, step: float, shift: float) -> list[Value]:
    """The terms of the sum for any range."""
    if np.isinf(low) and np.isinf(high):
        return everywhere(f, step, shift)
    if np.isinf(high):
        return up_from(f, low, step, shift)
    if np.isinf(low):
        return up_from(lambda x: f(-x), -high, step, shift)
    return between(f, low, high, step, shift)


def integral(f: Callable[[Value], Value], low: Value, high: Value) -> tuple[Value, float]:
    """The integral and how far it may be off; NaN where the sums do not settle."""
    if np.real(low) > np.real(high):
        value, off = integral(f, high, low)
        return -value, off
    if low == high:
        return 0.0 * f(low), 0.0
    sums: list[Value] = []
    for step in STEPS:
        terms = terms_of(f, low, high, step, 0.37 if step == STEPS[-1] else 0.0)
        size = sum(abs(np.real(term)) for term in terms)
        if len(terms) < 10:
            return np.nan, np.inf
        ends = abs(np.real(terms[0])) + abs(np.real(terms[-1]))
        if not np.isfinite(size) or ends > CUT_OFF * size:
            return np.nan, np.inf
        sums.append((sum(terms), size))
    (middle, _), (last, size) = sums[-2:]
    off = abs(np.real(last) - np.real(middle))
    return (last, off) if off <= SETTLED * size else (np.nan, np.inf)
