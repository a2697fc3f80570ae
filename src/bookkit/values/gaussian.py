"""The normal distribution for the complex step: its density, its distribution function, the error function.

The series and the continued fraction are sums and quotients, so that a complex step goes through them; no
derivative is written down. Neither loses digits where the value is close to 0.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from bookkit.exact import functions as exact
from bookkit.exact.functions import is_exact
from bookkit.exact.number import constant

Value = Any
NEAR = 1.5  # below it the series is the better one, beyond it the continued fraction
TERMS, LEVELS = 60, 90


def erf(x: Value) -> Value:
    """The error function, ``2/√π ∫ exp(-t²) dt`` from 0 to x."""
    if is_exact(x):
        return exact.erf(x)
    negative = np.real(x) < 0
    size = np.where(negative, -x, x)
    value = np.where(np.real(size) < NEAR, _series(size), 1.0 - _tail(size))
    return _like(x, np.where(negative, -value, value))


def distribution(x: Value) -> Value:
    """The chance that a standard normal number is at most x."""
    if is_exact(x):
        return (1 + exact.erf(x / exact.sqrt(2))) / 2
    negative = np.real(x) < 0
    size = np.where(negative, -x, x) / math.sqrt(2.0)
    beyond = 0.5 * np.where(np.real(size) < NEAR, 1.0 - _series(size), _tail(size))
    return _like(x, np.where(negative, beyond, 1.0 - beyond))


def density(x: Value) -> Value:
    """The density of the standard normal distribution."""
    if is_exact(x):
        return exact.exp(-x * x / 2) / exact.sqrt(2 * constant("pi"))
    return np.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)


def _like(x: Value, value: Value) -> Value:
    return value if np.ndim(x) else value[()]


def _series(x: Value) -> Value:
    """``2/√π exp(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5⋯(2n+1))``: all terms have one sign."""
    x = np.where(np.real(x) < NEAR, x, 0.0)
    total = term = x
    for n in range(1, TERMS):
        term = term * (2.0 * x * x) / (2 * n + 1)
        total = total + term
    return 2.0 / math.sqrt(math.pi) * np.exp(-x * x) * total


def _tail(x: Value) -> Value:
    """1 - erf(x) for x beyond ``NEAR``, by a continued fraction."""
    x = np.where(np.real(x) < NEAR, NEAR, x)
    fraction = x
    for level in range(LEVELS, 0, -1):
        fraction = x + 0.5 * level / fraction
    return np.exp(-x * x) / (math.sqrt(math.pi) * fraction)
