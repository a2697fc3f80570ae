"""Part V, page by page: paths, what goes back through an operation, and what goes forward."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case, forms
from backprop.exercises.tasks.oracles import draws, slope

Made = list[list[int]]

# How many paths lead back, with every value used as often as it is


def _circuits() -> list[Case]:
    diamonds: Made = [[]]
    for _ in range(3):
        below = len(diamonds) - 1
        diamonds += [[below], [below], [below + 1, below + 2]]
    doubled: Made = [[], *([k, k] for k in range(60))]
    return [
        case([[], [0, 0], [1, 0]]),
        case([[], [], [0, 1], [2, 0], [2, 3], [4, 2]]),
        case(diamonds),
        case([[], [0], [0, 1], [1, 1]], tags="needless"),
        case(doubled, tags="long"),
    ]


def _powers(made_from: Made) -> Any:
    """Add up the powers of the table that says how often a value uses another one."""
    n = len(made_from)
    uses = np.zeros((n, n))
    for k, parents in enumerate(made_from):
        for parent in parents:
            uses[k, parent] += 1
    walks, step = np.zeros(n), np.eye(n)[-1]
    for _ in range(n):
        walks, step = walks + step, step @ uses
    return list(walks)


def _counted(made_from: Made, kind: str) -> list[float]:
    paths = [0.0] * len(made_from)
    if kind == "no_start":
        return paths
    paths[-1] = 1.0
    done = set()
    order = range(len(made_from)) if kind == "forward" else reversed(range(len(made_from)))
    for k in order:
        parents = set(made_from[k]) if kind == "each_once" else made_from[k]
        for parent in parents:
            share = 1.0 if kind == "uses" else paths[k]
            paths[parent] = share + (0.0 if kind == "last_share" else paths[parent])
            if kind == "output_too" and parent not in done:
                done.add(parent)
                paths[parent] += 1.0
    return paths


COUNT_PATHS = Exercise(
    name="count-paths",
    page="engine/order",
    level="medium",
    signatures=("count_paths(made_from)",),
    cases=_circuits,
    expected=_powers,
    mistakes=forms(_counted, ("last_share", "each_once", "uses", "forward", "no_start", "output_too")),
    extra={"imports": ""},
)

# Through a running sum, and through shares


def _arrived() -> list[Case]:
    rng = draws(96)
    return [case(np.array([1.0, 10, 100])), *(case(rng.normal(size=n)) for n in (1, 4, 6))]


RUNNING_SUM = Exercise(
    name="running-sum-backward",
    page="engine/arrays",
    level="medium",
    signatures=("running_sum_backward(g)",),
    cases=_arrived,
    expected=lambda g: slope(lambda x: sum(g[k] * x[: k + 1].sum() for k in range(len(g))), np.zeros(len(g))),
    mistakes={
        "forward": np.cumsum,
        "not_turned_back": lambda g: np.cumsum(g[::-1]),
        "without_itself": lambda g: np.cumsum(g[::-1])[::-1] - g,
        "everything": lambda g: np.full(len(g), g.sum()),
        "unchanged": lambda g: g.copy(),
        "differences": lambda g: np.diff(g, prepend=0.0),
        "counted": lambda g: g * np.arange(len(g), 0, -1),
    },
)


def _columns() -> list[Case]:
    rng = draws(97)
    found = [case(rng.uniform(0.2, 3, size=n), rng.normal(size=n)) for n in (2, 3, 5)]
    return [
        case(np.array([1.0, 3]), np.array([4.0, 8])),
        *found,
        case(np.array([1.0, -3]), np.array([1.0, 2])),
    ]


def _shared(x: Any, g: Any, kind: str) -> Any:
    s = x.sum()
    return {
        "own_only": g / s,
        "sum_only": -(g @ x) / s**2 * np.ones(len(x)),
        "plain_mean": (g - g.mean()) / s,
        "not_divided": g - g @ x / s,
        "own_product": (g - g * x / s) / s,
        "sign": (g @ x / s - g) / s,
        "squared": (g - g @ x / s) / s**2,
    }[kind]


SHARES = Exercise(
    name="shares-backward",
    page="engine/arrays",
    level="hard",
    signatures=("shares_backward(x, g)",),
    cases=_columns,
    expected=lambda x, g: slope(lambda x: (g * x / x.sum()).sum(), x),
    mistakes=forms(
        _shared, ("own_only", "sum_only", "plain_mean", "not_divided", "own_product", "sign", "squared")
    ),
)

# A quotient, with companions


def _pairs() -> list[Case]:
    return [
        case(6.0, 1.0, 2.0, 0.0),
        case(6.0, 0.0, 2.0, 1.0),
        case(1.5, -2.0, -0.5, 3.0),
        case(-0.7, 0.4, 1.3, -1.1),
    ]


def _quotient(r: float, r_dot: float, t: float, t_dot: float) -> list[float]:
    nudged = (r + 1e-30j * r_dot) / (t + 1e-30j * t_dot)
    return [nudged.real, nudged.imag / 1e-30]


def _divided(r: float, r_dot: float, t: float, t_dot: float, kind: str) -> tuple[float, float]:
    value = r / t
    companions = {
        "companions_divided": r_dot / t_dot if t_dot else 0.0,
        "not_squared": (r_dot * t - r * t_dot) / t,
        "plus": (r_dot * t + r * t_dot) / t**2,
        "swapped": (r * t_dot - r_dot * t) / t**2,
        "divisor_fixed": r_dot / t,
        "dividend_fixed": -r * t_dot / t**2,
        "product_rule": r_dot * t + r * t_dot,
    }
    return value, companions[kind]


DIVIDE_DUAL = Exercise(
    name="divide-dual",
    page="engine/forward-and-reverse",
    level="medium",
    signatures=("divide_dual(r, r_dot, t, t_dot)",),
    cases=_pairs,
    expected=_quotient,
    mistakes=forms(
        _divided,
        (
            *("companions_divided", "not_squared", "plus", "swapped"),
            *("divisor_fixed", "dividend_fixed", "product_rule"),
        ),
    ),
    returns=("value", "companion"),
    extra={"imports": ""},
)

ORDER, ARRAYS, DIRECTIONS = (COUNT_PATHS,), (RUNNING_SUM, SHARES), (DIVIDE_DUAL,)
