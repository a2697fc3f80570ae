"""Derivatives that no formula has made: the complex step, and functions that it can be used on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from backprop._validate import RealArray

NUDGE = 1e-30


def slope(f: Callable[[Any], Any], x: Any) -> RealArray:
    """Return the gradient of a real-analytic f at x, by nudging x into the imaginary."""
    x = np.asarray(x, dtype=float)
    found = np.empty(x.shape)
    for index in np.ndindex(x.shape):
        nudged = x.astype(complex)
        nudged[index] += 1j * NUDGE
        found[index] = np.imag(f(nudged)) / NUDGE
    return found


def slopes(f: Callable[..., Any], *arguments: Any) -> list[RealArray]:
    """Return the gradient with respect to each argument."""
    found = []
    for place in range(len(arguments)):

        def one(x: Any, place: int = place) -> Any:
            return f(*arguments[:place], x, *arguments[place + 1 :])

        found.append(slope(one, arguments[place]))
    return found


def sigma(z: Any) -> Any:
    """Return 1/(1 + exp(−z)), of complex numbers too."""
    return 1 / (1 + np.exp(-np.asarray(z)))


def sigma_slope(z: Any) -> RealArray:
    """Return σ', measured entry by entry."""
    z = np.asarray(z, dtype=float)
    return np.asarray(np.imag(sigma(z + 1j * NUDGE)) / NUDGE)


def draws(seed: int) -> np.random.Generator:
    """Return a generator of random numbers for cases."""
    return np.random.default_rng(seed)


def has_drawn(rng: np.random.Generator, seed: int) -> bool:
    """Tell whether somebody has drawn from a generator since it was made from a seed."""
    return bool(rng.bit_generator.state != np.random.default_rng(seed).bit_generator.state)
