"""The gamma function of exact numbers, and the slope of its logarithm.

Γ of a whole number is a factorial, and of a half a multiple of √π. Of any other value no law is used: its
residue is known by name, and is the same where the argument is the same. Near a number, both functions follow
power series whose coefficients python-flint computes as balls.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from bookkit.exact.errors import UndecidedError
from bookkit.exact.near import Near
from bookkit.exact.number import Ball, Number, constant

LARGEST = 300  # of which a factorial is written out


def gamma(value: Any) -> Any:
    """Γ of a number that is drawn, written or moved; intervals and what has no end are left open."""
    if isinstance(value, Near):
        return value.followed(_coefficients(value, _gammas))
    if not isinstance(value, Number):
        raise UndecidedError
    at = value.fraction
    if at is not None and 0 < at <= LARGEST and at.denominator == 1:
        return Number.of_fraction(Fraction(math.factorial(int(at) - 1)))
    if at is not None and 0 < at <= LARGEST and at.denominator == 2:
        k = int(at)  # Γ(k + 1/2)
        return constant("pi").sqrt() * Fraction(math.factorial(2 * k), 4**k * math.factorial(k))
    return value.by_name("gamma", _with_value(value.ball.gamma()))


def digamma(value: Any) -> Any:
    """The slope of log Γ."""
    if isinstance(value, Near):
        return value.followed(_coefficients(value, _digammas))
    if not isinstance(value, Number):
        raise UndecidedError
    return value.by_name("digamma", _with_value(value.ball.digamma()))


def _with_value(ball: Ball) -> Ball:
    if not ball.is_finite():
        raise UndecidedError
    return ball


def _coefficients(value: Near, balls: Callable[[Ball, int], list[Ball]]) -> Callable[[int], Any]:
    """Those of a power series near a number; the first one is the function's value there."""
    first: Any = value.still
    if not isinstance(first, Number):
        raise UndecidedError
    known = balls(first.ball, value.powers() + 1)
    here = gamma(first) if balls is _gammas else digamma(first)
    return lambda k: here if k == 0 else Number(_with_value(known[k]), None)


def _gammas(ball: Ball, count: int) -> list[Ball]:
    from flint import arb_series, ctx

    kept, ctx.cap = ctx.cap, count
    try:
        series = arb_series([ball, 1], prec=count).gamma()
        return [series[k] for k in range(count)]
    finally:
        ctx.cap = kept


def _digammas(ball: Ball, count: int) -> list[Ball]:
    """ψ Γ = Γ', power by power."""
    gammas = _gammas(ball, count + 1)
    found: list[Ball] = []
    for k in range(count):
        before = sum((found[j] * gammas[k - j] for j in range(k)), start=ball * 0)
        found.append((gammas[k + 1] * (k + 1) - before) / gammas[0])
    return found
