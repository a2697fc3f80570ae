"""What one draw says of a claim, and what draws say together."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

Value = Any


@dataclass
class Outcome:
    """One draw: whether it counts, whether the claim holds on it, by how much it fails at most.

    It is `valid` if it is evidence; the claim `holds` on it; both sides are `zero`. A `fault` ends judging.
    With `half`, one side has a value and the other has none. What else keeps a draw from being evidence: no
    binding meets the `conditions`, one of these is `unmet` (it could not be made to hold), or there is no
    value of the indices for which both sides exist (`missing`). `margin` is how far a bound is from being
    broken.
    """

    valid: bool = False
    holds: bool = True
    error: float = 0.0
    zero: bool = True
    left: Value = None
    right: Value = None
    binding: Mapping[str, int] = field(default_factory=dict)
    fault: str = ""
    conditions: bool = True
    noise: float = 0.0
    missing: bool = False
    margin: float = math.inf
    half: bool = False
    unmet: bool = False


SHARED = 1e-6  # how near the changes of both sides must be: a millionth, where a common part has cost digits
FACTOR = 20  # two values on each side, each with its noise, and room beside
UNIT = 1e-15  # a few times what rounding makes of 1


@dataclass
class Tally:
    """What all draws that have not refuted a claim say together: `good` ones are evidence."""

    good: int = 0
    worst: float = 0.0  # by how much the sides differ at most
    nonzero: bool = False  # whether a side was ever anything but 0
    alive: set[int] = field(default_factory=set)  # the watched parts that were
    met: int = 0  # draws on which the conditions held, and on which not
    unmet: int = 0
    absent: int = 0  # draws without an index for which both sides exist


class Spread:
    """Compares how both sides vary from draw to draw: a large constant in both must not hide a difference."""

    words = "both sides share a large part; what is left of them differs"

    def __init__(self) -> None:
        self.first: tuple[float, float, float] | None = None

    def add(self, outcome: Outcome) -> bool:
        """Takes in a draw, and returns whether both sides vary alike from the first one to it."""
        if np.ndim(outcome.left) or np.ndim(outcome.right) or outcome.left is None:
            return True
        left, right = float(np.real(outcome.left)), float(np.real(outcome.right))
        if self.first is None:
            self.first = left, right, outcome.noise
            return True
        start, other_start, before = self.first
        change, other = left - start, right - other_start
        noise = FACTOR * max(outcome.noise, before) + UNIT * (abs(left) + abs(start))
        return abs(change - other) <= SHARED * max(abs(change), abs(other)) + noise
