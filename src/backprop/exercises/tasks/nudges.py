"""Part I: one nudge at a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, Named, case
from backprop.exercises.tasks.oracles import sigma, sigma_slope, slopes

# What a nudge does: the central quotient of a cubic has the error αh², that of the exponential is known, too.

CUBIC = Named("x ↦ x³ − 6x²", lambda x: x**3 - 6 * x**2)
SQUARE = Named("x ↦ x²", lambda x: x**2)
SINE = Named("sin", math.sin)


def _quotient_cases() -> list[Case]:
    return [
        case(SQUARE, 3.0, 0.5),
        case(SQUARE, -2.0, 2.0),
        case(CUBIC, 1.0, 0.1),
        case(CUBIC, -2.0, 0.25),
        case(SINE, 0.7, 0.5),
    ]


def _quotient(f: Named, x: float, h: float) -> float:
    if f is SQUARE:
        return 2 * x
    if f is CUBIC:
        return 3 * x**2 - 12 * x + h**2
    return math.cos(x) * math.sin(h) / h


CENTRAL_QUOTIENT = Exercise(
    name="central-quotient",
    page="nudges/a-nudge",
    level="medium",
    signatures=("central_quotient(f, x, h)",),
    cases=_quotient_cases,
    expected=_quotient,
    mistakes={
        "one_sided": lambda f, x, h: (f(x + h) - f(x)) / h,
        "from_the_left": lambda f, x, h: (f(x) - f(x - h)) / h,
        "lost_half": lambda f, x, h: (f(x + h) - f(x - h)) / h,
        "no_nudge": lambda f, x, h: (f(x + h) - f(x - h)) / 2,
        "brackets": lambda f, x, h: (f(x + h) - f(x - h)) / 2 * h,
        "sign": lambda f, x, h: (f(x - h) - f(x + h)) / (2 * h),
        "nudged_output": lambda f, x, h: ((f(x) + h) - (f(x) - h)) / (2 * h),
    },
    extra={"imports": ""},
)


def _pairs() -> list[Case]:
    return [case(4.0, -3.0, 0.1), case(-2.0, 5.0, 0.01), case(0.5, 0.25, 1.0), case(-1.5, -2.0, 0.2)]


def _product_step(a: float, b: float, eta: float) -> list[Any]:
    up = slopes(lambda a, b: a * b, a, b)
    return [a + eta * up[0], b + eta * up[1]]


def _one_after_the_other(a: float, b: float, eta: float) -> tuple[float, float]:
    a = a + eta * b
    return a, b + eta * a


PRODUCT_STEP = Exercise(
    name="product-step",
    page="nudges/a-nudge",
    level="medium",
    signatures=("product_step(a, b, eta)",),
    cases=_pairs,
    expected=_product_step,
    returns=("the new a", "the new b"),
    mistakes={
        "one_after_the_other": _one_after_the_other,
        "own_value": lambda a, b, eta: (a + eta * a, b + eta * b),
        "downhill": lambda a, b, eta: (a - eta * b, b - eta * a),
        "no_step_size": lambda a, b, eta: (a + b, b + a),
        "only_the_step": lambda a, b, eta: (eta * b, eta * a),
        "swapped": lambda a, b, eta: (b + eta * a, a + eta * b),
        "output": lambda a, b, eta: (a + eta) * (b + eta),
    },
    extra={"imports": ""},
)

# The sigmoid neuron


def _far_inputs() -> list[Case]:
    return [
        case(np.array([0.0, 0.5, 3.0])),
        case(np.array([-0.5, -3.0]), tags="negative"),
        case(np.array([-1.0, 2.0, -30.0, 30.0]), tags="negative"),
        case(np.array([1000.0, 20.0]), tags="large"),
        case(np.array([-1000.0, -745.0, 800.0]), tags="large negative"),
    ]


def _stable(z: Any) -> Any:
    return np.array([math.exp(min(x, 0.0)) / (math.exp(-abs(x)) + 1) for x in z])


STABLE_SIGMOID = Exercise(
    name="stable-sigmoid",
    page="nudges/sigmoid-neuron",
    level="medium",
    signatures=("stable_sigmoid(z)",),
    cases=_far_inputs,
    expected=_stable,
    mistakes={
        "second_formula": lambda z: np.exp(z) / (1 + np.exp(z)),
        "size_only": lambda z: 1 / (1 + np.exp(-np.abs(z))),
        "sign": lambda z: 1 / (1 + np.exp(np.clip(z, -700, 700))),
        "no_one": lambda z: np.exp(np.minimum(z, 0)),
        "tanh": np.tanh,
        "slope": lambda z: np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))) ** 2,
        "cut_at_zero": lambda z: np.where(z < 0, 0.0, 1 / (1 + np.exp(-np.abs(z)))),
    },
    quiet=True,
)

# The circuit of three gates


def _three_numbers() -> list[Case]:
    return [
        case(1.0, -2.0, -3.0),
        case(4.0, -2.0, -1.0),
        case(0.5, 0.25, 0.75),
        case(-1.0, 3.0, 0.2),
        case(2, 1, -1, tags="integer"),
    ]


def _circuit(a: float, b: float, c: float) -> list[Any]:
    return slopes(lambda a, b, c: sigma((a + b) * c), a, b, c)


def _circuit_mistake(local: Callable[[float], Any]) -> Callable[[float, float, float], Any]:
    def gradient(a: float, b: float, c: float) -> Any:
        arriving = local((a + b) * c)
        return c * arriving, c * arriving, (a + b) * arriving

    return gradient


CIRCUIT_GRADIENT = Exercise(
    name="circuit-gradient",
    page="nudges/circuit",
    level="easy",
    signatures=("circuit_gradient(a, b, c)",),
    cases=_three_numbers,
    expected=_circuit,
    returns=("∂f/∂a", "∂f/∂b", "∂f/∂c"),
    mistakes={
        "own_value": lambda a, b, c: tuple(f * sigma_slope((a + b) * c) for f in (a + b, a + b, c)),
        "no_slope": _circuit_mistake(lambda e: 1.0),
        "value_for_slope": _circuit_mistake(sigma),
        "slope_of_output": _circuit_mistake(lambda e: sigma_slope(sigma(e))),
        "half_slope": _circuit_mistake(lambda e: 1 - sigma(e)),
        "times_inputs": lambda a, b, c: tuple(f * sigma_slope((a + b) * c) for f in (a * c, b * c, a + b)),
        "first_input_only": lambda a, b, c: tuple(f * sigma_slope((a + b) * c) for f in (c, c, a)),
        "same_for_all": lambda a, b, c: (c * sigma_slope((a + b) * c),) * 3,
    },
)

EXERCISES = (CENTRAL_QUOTIENT, PRODUCT_STEP, STABLE_SIGMOID, CIRCUIT_GRADIENT)
