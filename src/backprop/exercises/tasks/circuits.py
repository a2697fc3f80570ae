"""Part I, the later chapters: values that are used twice, and a gate of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case
from backprop.exercises.tasks.oracles import sigma, sigma_slope, slope, slopes

# Patterns: f = (u + v)·max(v, t), in which v is used twice


def _inputs() -> list[Case]:
    return [
        case(1.0, 4.0, 2.0, tags="v_wins"),
        case(1.0, -2.0, 4.0, tags="t_wins"),
        case(-3.0, 0.5, 0.25, tags="v_wins"),
        case(2.5, -1.0, -0.5, tags="t_wins"),
        case(0.3, 2.0, -5.0, tags="v_wins"),
    ]


def _used_twice(u: float, v: float, t: float) -> list[Any]:
    return slopes(lambda u, v, t: (u + v) * (v if np.real(v) > np.real(t) else t), u, v, t)


def _forks(
    mix: Callable[[float, float], float], routes: bool = True, own: bool = False
) -> Callable[..., Any]:
    def gradient(u: float, v: float, t: float) -> tuple[float, float, float]:
        to_sum, to_max = (u + v, max(v, t)) if own else (max(v, t), u + v)
        first = to_max if v > t or not routes else 0.0
        return to_sum, mix(to_sum, first), to_max if t > v or not routes else 0.0

    return gradient


USED_TWICE = Exercise(
    name="used-twice",
    page="nudges/patterns",
    level="easy",
    signatures=("used_twice_gradient(u, v, t)",),
    cases=_inputs,
    expected=_used_twice,
    returns=("∂f/∂u", "∂f/∂v", "∂f/∂t"),
    mistakes={
        "last_share": _forks(lambda by_sum, by_max: by_max),
        "first_share": _forks(lambda by_sum, by_max: by_sum),
        "multiplied": _forks(lambda by_sum, by_max: by_sum * by_max),
        "averaged": _forks(lambda by_sum, by_max: (by_sum + by_max) / 2),
        "maximum_to_both": _forks(lambda by_sum, by_max: by_sum + by_max, routes=False),
        "own_value": _forks(lambda by_sum, by_max: by_sum + by_max, own=True),
        "wrong_winner": lambda u, v, t: (max(v, t), max(v, t) + (u + v) * (v < t), (u + v) * (v > t)),
    },
    extra={"imports": ""},
)


def _factors() -> list[Case]:
    return [case(0.0), case(2.0), case(-1.5), case(0.3), case(-4.0)]


SWISH_SLOPE = Exercise(
    name="swish-slope",
    page="nudges/patterns",
    level="medium",
    signatures=("swish_slope(x)",),
    cases=_factors,
    expected=lambda x: slope(lambda x: x * sigma(x), x),
    mistakes={
        "bare_wire_only": lambda x: sigma(x),
        "sigmoid_only": lambda x: x * sigma_slope(x),
        "slopes_multiplied": lambda x: sigma_slope(x),
        "minus": lambda x: sigma(x) - x * sigma_slope(x),
        "value_for_slope": lambda x: sigma(x) + x * sigma(x),
        "half_slope": lambda x: sigma(x) + x * (1 - sigma(x)),
        "function": lambda x: x * sigma(x),
        "no_input": lambda x: sigma(x) + sigma_slope(x),
    },
)

# The machine


def _quotients() -> list[Case]:
    return [case(3.0, 2.0, 1.0), case(-1.0, 4.0, 0.5), case(2.0, -0.5, -3.0), case(0.7, 1.5, 2.0)]


DIVIDE_BACKWARD = Exercise(
    name="divide-backward",
    page="nudges/machine",
    level="medium",
    signatures=("divide_backward(r, t, grad)",),
    cases=_quotients,
    expected=lambda r, t, grad: slopes(lambda r, t: grad * r / t, r, t),
    returns=("the share of r", "the share of t"),
    mistakes={
        "no_arriving": lambda r, t, grad: (1 / t, -r / t**2),
        "sign": lambda r, t, grad: (grad / t, grad * r / t**2),
        "like_a_product": lambda r, t, grad: (grad * t, grad * r),
        "no_square": lambda r, t, grad: (grad / t, -grad * r / t),
        "no_numerator": lambda r, t, grad: (grad / t, -grad / t**2),
        "swapped": lambda r, t, grad: (-grad * r / t**2, grad / t),
        "bottom_own": lambda r, t, grad: (grad / t, -grad / t),
    },
    extra={"imports": ""},
)

EXERCISES = (USED_TWICE, SWISH_SLOPE, DIVIDE_BACKWARD)
