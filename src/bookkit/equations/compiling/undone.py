"""Inverses of functions that a page defines, ``f^{-1}(y)``: the number that the function takes to y.

It is looked for among numbers of all sizes, where the function has values, and found by halving. There is one
where the function rises or falls all along; else there is no value, and never one of several. No formula for
an inverse or its slope is known here: a complex step goes through Newton's method, which asks for the
function's own values and their measured slope.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from bookkit.equations.compiling.rounding import SMALLEST, raise_scale
from bookkit.equations.drawing import budget, derivatives
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.drawing.notes import Notes
from bookkit.equations.reading.context import Definition
from bookkit.exact.errors import UndecidedError
from bookkit.values import algebra
from bookkit.values.functions import domain

Value = Any
Call = Callable[[Instance, list[Value]], Value]
Function = Callable[[Value], Value]
UNDONE = "^{-1}"
_SIZES = [0.0, *(10.0 ** (power / 4) for power in range(-12, 13))]
PLACES = tuple(sorted({sign * size for size in _SIZES for sign in (1.0, -1.0)}))
HALVINGS, STEPS = 40, 6
CLOSE = 1e-9  # to which share the value has to be met


@dataclass(frozen=True)
class Inverse:
    """The inverse of a function of the page."""

    of: Definition


def inverse(call: Call) -> Call:
    """The inverse of what can be called with one number."""

    def undone(inst: Instance, values: list[Value]) -> Value:
        if inst.exact:
            raise UndecidedError
        wanted = algebra.number(values[0])
        budget.spend(10)

        def at(place: Value) -> Value:
            return algebra.number(call(inst, [place]))

        kept, inst.notes = inst.notes, Notes()  # where the search goes by is no evidence
        try:
            with domain.excused(), np.errstate(all="ignore"):
                found = _near(at, float(np.real(wanted)))
        finally:
            inst.notes = kept
        if found is None:
            return np.nan
        slope = np.real(derivatives.along(inst, lambda step: at(found + step)))
        place: Value = found
        for _ in range(STEPS):
            place = place - (at(place) - wanted) / slope
        flat = max(float(abs(slope)), SMALLEST)  # where it is, rounding moves the place far
        raise_scale(inst, (1.0 + float(abs(np.real(wanted)))) / flat)
        met = abs(at(place) - wanted) <= CLOSE * max(1.0, abs(wanted))
        return place if met else np.nan

    return undone


def _near(at: Function, wanted: float) -> float | None:
    """A place where a function is close to a value; None where it never gets there, or turns round."""
    known = [(place, float(np.real(at(place)))) for place in PLACES]
    seen = [(place, value) for place, value in known if np.isfinite(value)]
    ways = {np.sign(after - before) for (_, before), (_, after) in itertools.pairwise(seen)}
    if len(ways - {0.0}) != 1 or _stands_still(seen):
        return None
    for (low, below), (high, above) in itertools.pairwise(seen):
        if min(below, above) <= wanted <= max(below, above) and below != above:
            return _halved(at, wanted, low, high, above > below)
    return None


def _stands_still(seen: list[tuple[float, float]]) -> bool:
    """Whether a function has one value at several places; far out, rounding may have made it so."""
    return any(before == after and abs(low) < 5 for (low, before), (_, after) in itertools.pairwise(seen))


def _halved(at: Function, wanted: float, low: float, high: float, rises: bool) -> float:
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if (float(np.real(at(middle))) < wanted) == rises:
            low = middle
        else:
            high = middle
    return (low + high) / 2
