"""Part II: derivatives by nudging, an entry at a time and along a direction."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, Named, case, forms
from backprop.exercises.tasks.oracles import draws

_BOWL = Named("cost(w): the sum of w⁴", lambda w: (w**4).sum())
_SADDLE = Named("cost(w): the sum of the squares of w, times w[0, 0]", lambda w: (w**2).sum() * w[0, 0])


def _costs() -> list[Case]:
    rng = draws(4)
    arrays = [rng.normal(size=shape) for shape in ((1, 1), (2, 3), (3, 1), (2, 2))]
    return [case(f, w, 1e-4) for w in arrays for f in (_BOWL, _SADDLE)] + [
        case(_BOWL, np.array([[1.0, -2.0], [0.5, 3.0]]), 0.1, tags="large")
    ]


def _measured(cost: Named, w: Any, h: float) -> Any:
    """Return the central quotients, which for these two costs are known exactly."""
    if cost is _BOWL:
        return 4 * w**3 + 4 * w * h**2
    gradient = 2 * w * w[0, 0]
    gradient[0, 0] += (w**2).sum() + h**2
    return gradient


def _nudged(cost: Any, w: Any, h: float, kind: str) -> Any:
    gradient = np.zeros(w.size if kind == "flat" else w.shape)
    before = cost(w)
    kept = w.copy()
    for place, index in enumerate(np.ndindex(w.shape)):
        w = kept.copy() if kind != "not_put_back" else w
        w[index] += h
        right = cost(w)
        if kind == "not_put_back":
            gradient[index] = (right - before) / h
            before = right
            continue
        w[index] -= 2 * h
        left = cost(w)
        value = {
            "one_sided": (right - before) / h,
            "lost_half": (right - left) / h,
            "sign": (left - right) / (2 * h),
            "no_nudge": right - left,
        }.get(kind, (right - left) / (2 * h))
        gradient[place if kind == "flat" else index] = value
    return gradient


NUDGE_GRADIENT = Exercise(
    name="nudge-gradient",
    page="networks/cost-and-gradient",
    level="medium",
    signatures=("nudge_gradient(cost, w, h)",),
    cases=_costs,
    expected=_measured,
    mistakes=forms(_nudged, ("one_sided", "lost_half", "sign", "no_nudge", "not_put_back", "flat"))
    | {"all_at_once": lambda cost, w, h: (cost(w + h) - cost(w - h)) / (2 * h)},
)

# Gradient checking


def _lines() -> list[Case]:
    rng = draws(6)
    found = [
        (f, rng.normal(size=shape), rng.normal(size=shape))
        for shape in ((2, 3), (3, 1))
        for f in (_BOWL, _SADDLE)
    ]
    return [case(f, w, d, h) for f, w, d in found for h in (0.1, 1e-3)]


def _along(cost: Named, w: Any, direction: Any, h: float) -> Any:
    """Return the central quotient of a polynomial of degree four, from its odd coefficients."""
    places = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
    coefficients = np.linalg.solve(places[:, None] ** np.arange(5), [cost(w + t * direction) for t in places])
    return coefficients[1] + coefficients[3] * h**2


ALONG = Exercise(
    name="along-a-direction",
    page="networks/gradient-checking",
    level="medium",
    signatures=("directional_quotient(cost, w, direction, h)",),
    cases=_lines,
    expected=_along,
    mistakes={
        "one_sided": lambda cost, w, direction, h: (cost(w + h * direction) - cost(w)) / h,
        "lost_half": lambda cost, w, direction, h: (cost(w + h * direction) - cost(w - h * direction)) / h,
        "no_direction": lambda cost, w, direction, h: (cost(w + h) - cost(w - h)) / (2 * h),
        "sign": lambda cost, w, direction, h: (cost(w - h * direction) - cost(w + h * direction)) / (2 * h),
        "whole_direction": lambda cost, w, direction, h: (
            (cost(w + direction) - cost(w - direction)) / (2 * h)
        ),
        "made_short": lambda cost, w, direction, h: _along(cost, w, direction / np.linalg.norm(direction), h),
        "each_entry": lambda cost, w, direction, h: _measured(cost, w, h) * direction,
    },
)
