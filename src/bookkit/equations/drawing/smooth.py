"""Functions that nothing defines: any smooth one, a plain one for counter-examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

Value = Any


class SmoothFunction:
    """A random smooth function of any number of numbers."""

    __name__ = "a random smooth function"

    def __init__(self, rng: np.random.Generator, size: float = 1.0) -> None:
        self.waves = rng.uniform(0.4, 1.3, (3, 4))
        self.shifts = rng.uniform(-2.0, 2.0, 3)
        self.sizes = size * rng.uniform(-1.0, 1.0, 3)
        self.slopes = size * rng.uniform(-1.0, 1.0, 4)

    def __call__(self, values: list[Value]) -> Value:
        count = len(values)
        total = values[0] * self.slopes[0]
        for slope, value in zip(_weights(self.slopes, count)[1:], values[1:], strict=True):
            total = total + slope * value * values[0]
        for waves, shift, size in zip(self.waves, self.shifts, self.sizes, strict=True):
            weights = _weights(waves, count)
            total = total + size * np.sin(shift + sum(w * v for w, v in zip(weights, values, strict=True)))
        return total


def _weights(drawn: Any, count: int) -> list[Any]:
    """A weight for each argument; more than were drawn are fractions of them, so that all arguments count."""
    few = len(drawn)
    return [drawn[at] if at < few else drawn[at % few] / (1 + at // few) for at in range(count)]


def _plain(words: str, rule: Callable[[list[Value]], Value]) -> Callable[[list[Value]], Value]:
    rule.__name__ = words
    return rule


PLAIN_FUNCTIONS = (
    _plain("first argument squared plus the others", lambda v: v[0] ** 2 + sum(v[1:])),
    _plain("first argument cubed times the others", lambda v: v[0] ** 3 * np.prod(np.array([1.0, *v[1:]]))),
    _plain("the exponential of the first argument minus the others", lambda v: np.exp(v[0]) - sum(v[1:])),
)
