"""Limits in exact arithmetic: by power series (`bookkit.exact.series`), so that nothing is extrapolated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from bookkit.equations.drawing import budget
from bookkit.exact import field as fields
from bookkit.exact.errors import UndecidedError
from bookkit.exact.functions import exactly
from bookkit.exact.moved import Moved, still
from bookkit.exact.number import ZERO, each
from bookkit.exact.series import Endless, Series, far, small
from bookkit.values.algebra import number

Value = Any
TERMS = (4, 8, 12)  # known of the letter; more where so many are lost on the way
COST = 10  # evaluations that a number with so many parts is worth


def limit(
    inst: Any, near: Callable[[Any, Value], Value], point: Value, side: int, whole: bool = False
) -> Value:
    """The limit of some code as its letter goes to a point, or without end; from both sides if none is said.

    Raises UndecidedError where the series do not tell.
    """
    endless = isinstance(point, float) and np.isinf(point)
    ways = [1 if point > 0 else -1] if endless else [side] if side else [1, -1]
    goal = ZERO() if endless else exactly(number(point))
    found = []
    for way in ways:
        for terms in TERMS:
            budget.spend(COST * terms)
            letter = far(way, terms, whole) if endless else goal + small(way, terms)
            value = near(inst, letter)
            if terms == TERMS[-1] or is_enough(value):
                found.append(each(_limit, value))
                break
    for other in found[1:]:
        agree(found[0], other)
    return found[0]


def is_enough(value: Value) -> bool:
    """Whether so much is known of all series that their limits can be read off."""
    return all(
        not isinstance(part, Series) or part.stop > 0
        for item in np.ravel(np.asarray(value, dtype=object))
        for part in (item.parts.values() if isinstance(item, Moved) else [item])
    )


def _limit(value: Value) -> Value:
    if isinstance(value, Moved):
        return Moved({moves: _limit(part) for moves, part in value.parts.items()})
    return value.limit() if isinstance(value, (Series, Endless)) else value


def agree(one: Value, other: Value) -> None:
    """Raises UndecidedError unless the limits from both sides are one."""
    pair = (np.ravel(np.asarray(value, dtype=object)) for value in (one, other))
    for a, b in zip(*pair, strict=True):
        first, second = still(exactly(a)), still(exactly(b))
        if first.fraction is not None and first.fraction == second.fraction:
            continue
        known = first.residue is not None and second.residue is not None
        if not (known and fields.now().is_equal(first.residue, second.residue)):
            raise UndecidedError
