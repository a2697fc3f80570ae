"""Looking for a counter-example of a bound: from random values towards where the two sides come close.

A bound may be false on a small region only, where weights and biases play together; random draws miss it. So
the closest draws are moved step by step, and each step that brings the two sides closer is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from bookkit.equations.drawing.instance import Instance
from bookkit.equations.reading.context import Key
from bookkit.notations.draws import ANY_NUMBERS, ANY_WEIGHTS, POSITIVE, REAL, UNIT, WEIGHTS, WIDE

Value = Any
STEPS, FEWER, MANY = 300, 60, 30  # fewer steps where more than so many numbers were drawn
LARGEST = 1e4
FREE = (REAL, UNIT, WEIGHTS, ANY_NUMBERS, ANY_WEIGHTS)


def descend(inst: Instance, margin: Callable[[], float], slow: bool, far: bool) -> float:
    """Moves the drawn values of an instance so that the margin shrinks; returns the smallest one reached.

    The margin is negative where the bound is broken, and infinite where it cannot be judged. The walk ends at
    the first value where it is broken. It is shorter where the margin takes long to compute. It starts from
    the values as they were drawn, or with ``far`` from others of the same sizes, far out or close to 0.
    """
    inst.mark = None
    if not far:
        margin()
    inst.mode = WIDE  # far from where it was drawn: equal sides may be so by rounding
    rng = inst.rng("descent")
    best = margin()
    count = sum(np.size(value) for value in inst.leaves.values())
    if best >= 0 and beyond_what_is_written(inst, rng, margin):
        return -1.0
    for _ in range(FEWER if slow or count > MANY else STEPS):
        keys = [key for key in inst.leaves if is_movable(inst, key)]
        if best < 0 or not keys:
            break
        kept = {key: inst.leaves[key] for key in keys}
        for key in [keys[int(rng.integers(len(keys)))]] if rng.integers(3) else keys:
            inst.leaves[key] = _moved(rng, inst.leaves[key], is_positive(inst, key))
        inst.memo = {}
        found = margin()
        if found <= best and all(np.all(np.abs(inst.leaves[key]) <= LARGEST) for key in keys):
            best = found
        else:
            inst.leaves.update(kept)
            inst.memo = {}
    return best


def beyond_what_is_written(inst: Instance, rng: np.random.Generator, margin: Callable[[], float]) -> bool:
    """Whether a bound breaks where a value is larger than a number that the equation writes, or smaller.

    No table says how large any number may be; how large it has to be, the equation tells.
    """
    numbers = {abs(mark) for mark in inst.landmarks if mark}
    marks = [mark for mark in numbers if max(mark, 1 / mark) > LARGEST / 100]
    for key in [key for key in inst.leaves if is_movable(inst, key)] if marks else []:
        kept, shape = inst.leaves[key], np.shape(inst.leaves[key])
        for mark in sorted(marks):
            for factor in (0.5, 2.0):
                ways = [1.0] if is_positive(inst, key) else [-1.0, 0.0, 1.0]
                new = factor * mark * rng.choice(ways, shape)
                inst.leaves[key] = new if shape else float(new) or factor * mark
                inst.memo = {}
                if margin() < 0:
                    return True
        inst.leaves[key] = kept
        inst.memo = {}
    return False


def is_movable(inst: Instance, key: Key) -> bool:
    """Whether any real number (or any positive one) may stand for a value."""
    symbol = inst.notation.by_base.get(key[0])
    whole = key[0] in inst.integers
    return symbol is not None and not whole and (symbol.draw in FREE or symbol.draw is POSITIVE)


def is_positive(inst: Instance, key: Key) -> bool:
    return inst.notation.by_base[key[0]].draw is POSITIVE


def _moved(rng: np.random.Generator, value: Value, positive: bool) -> Value:
    """A value nearby, or one with some entries 0, or a larger or smaller one."""
    shape = np.shape(value)
    kind = int(rng.integers(5))
    if kind == 0:
        new = value * float(rng.choice([0.5, 0.8, 1.25, 2.0]))
    elif kind == 1 and not positive:
        new = value * rng.integers(0, 2, shape)
    elif kind == 2 and not positive:
        new = -value
    else:
        size = float(rng.choice([0.01, 0.1, 0.5, 2.0]))
        new = value + size * rng.normal(size=shape) * (rng.integers(0, 2, shape) if kind == 3 else 1.0)
    new = np.abs(new) + 1e-6 if positive else new
    return new if shape else float(new)
