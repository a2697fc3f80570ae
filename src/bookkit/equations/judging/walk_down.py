"""Walking down a function from several starts, to see whether it is smallest at one place only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator

Function = Callable[[Any], float]
STEPS = 60  # of one walk, at most
FAR = (0.3, 1.0, 3.0, 1.0, 10.0, 30.0, 300.0)  # how far from the place the starts are, beside its size
WIDTH = 1e-5  # of the differences that show the way
AS_GOOD = 1e-9  # how little two smallest values differ
APART = 0.02  # how far two places are apart that are not the same


def other_place(f: Function, goal: Any, rng: Generator, written: tuple[float, ...] = ()) -> Any | None:
    """A place away from the goal where f is as small as there; None where every walk comes back.

    Walks start near to the goal and far from it, on its other side, and as far as the numbers that the
    equation has `written`.
    """
    least = f(goal)
    size = 1.0 + float(np.max(np.abs(goal)))
    near = [goal + size * far * rng.normal(size=goal.shape) for far in FAR]
    marked = [goal + sign * number for number in written if number for sign in (1.0, -1.0)]
    for start in (-goal, *near, *marked):
        if not np.isfinite(f(start)):
            continue
        found = walked(f, np.asarray(start, dtype=float))
        as_good = f(found) <= least + AS_GOOD * (1.0 + abs(least))
        if as_good and float(np.max(np.abs(found - goal))) > APART * size:
            return found
    return None


def walked(f: Function, start: Any) -> Any:
    """Where a walk ends: along the slope, bent by what earlier steps have told (BFGS)."""
    place, shape = start.ravel(), start.shape

    def at(values: Any) -> float:
        return f(values.reshape(shape))

    bend, here, slope = np.eye(place.size), at(place), _slope(at, place)
    for _ in range(STEPS):
        way = -bend @ slope
        if not np.all(np.isfinite(way)) or way @ slope >= 0:
            bend, way = np.eye(place.size), -slope
        step = 1.0
        while step > 1e-12 and not at(place + step * way) < here + 1e-4 * step * (way @ slope):
            step /= 2
        if step <= 1e-12:
            break
        moved = step * way
        place = place + moved
        here, before, slope = at(place), slope, _slope(at, place)
        change = slope - before
        product = float(moved @ change)
        if product > 1e-14:
            turn = np.eye(place.size) - np.outer(moved, change) / product
            bend = turn @ bend @ turn.T + np.outer(moved, moved) / product
        if float(np.max(np.abs(slope))) < 1e-9:
            break
    return place.reshape(shape)


def _slope(f: Function, place: Any) -> Any:
    steps = WIDTH * (1.0 + np.abs(place))
    ways = np.diag(steps)
    return np.array(
        [(f(place + way) - f(place - way)) / (2 * step) for way, step in zip(ways, steps, strict=True)]
    )
