"""The gamma function and its relatives for the complex step: Γ, the beta function, the digamma function.

No derivative is written down: Γ is a sum of quotients (Lanczos), so that a complex step goes through it, and
the digamma function, which is the slope of log Γ, is summed up by itself and never taken from Γ. So a page's
claim that the one is the other's slope compares two calculations.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from bookkit.exact import functions as exact
from bookkit.exact.functions import is_exact

Value = Any
# Lanczos' sum with g = 7; it is right to some 15 digits where the real part is at least 1/2.
_G = 7.0
_LANCZOS = (
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7,
)
# Of the digamma function far out: B_2k / 2k, by powers of 1/x².
_FAR = (1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12)
FAR, MOST = 14.0, 400  # where those are right to the last digit; how many steps lead there at most


def gamma(x: Value) -> Value:
    """Γ; at 0 and the negative whole numbers it has no value."""
    if is_exact(x):
        return exact.gamma(x)
    x = np.asarray(x)
    left = np.real(x) < 0.5
    pole = left & (np.real(x) == np.round(np.real(x)))
    with np.errstate(all="ignore"):
        right = _lanczos(np.where(left, 1.0 - x, x))
        mirrored = math.pi / (np.sin(math.pi * np.where(pole, 0.25, x)) * right)
        value = np.where(left, mirrored, right)
    return np.where(pole, np.nan, value)[()]


def _lanczos(x: Value) -> Value:
    total: Value = _LANCZOS[0]
    for k, factor in enumerate(_LANCZOS[1:]):
        total = total + factor / (x + k)
    base = x + _G - 0.5
    half = base ** ((x - 0.5) / 2)  # in two halves, none of which overflows before the product does
    return math.sqrt(2.0 * math.pi) * half * np.exp(-base) * half * total


def beta(x: Value, y: Value) -> Value:
    """Γ(x) Γ(y) / Γ(x + y)."""
    return gamma(x) * gamma(y) / gamma(x + y)


def digamma(x: Value) -> Value:
    """The slope of log Γ, by its law ψ(x + 1) = ψ(x) + 1/x and what it is far out."""
    if is_exact(x):
        return exact.digamma(x)
    x = np.asarray(x)
    lost = (np.real(x) < FAR - MOST) | ((np.real(x) <= 0) & (np.real(x) == np.round(np.real(x))))
    at: Value = np.where(lost, FAR, x)
    total: Value = 0.0
    while np.any(near := np.real(at) < FAR):
        total = total - np.where(near, 1.0 / np.where(near, at, 1.0), 0.0)
        at = np.where(near, at + 1.0, at)
    square = 1.0 / (at * at)
    rest: Value = 0.0
    for factor in reversed(_FAR):
        rest = square * (factor + rest)
    return np.where(lost, np.nan, total + np.log(at) - 0.5 / at - rest)[()]
