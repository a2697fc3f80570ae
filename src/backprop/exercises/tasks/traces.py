"""Part V: the way back through a program that is a list of lines."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case, forms
from backprop.exercises.tasks.oracles import sigma, sigma_slope, slopes

Lines = list[tuple[str, ...]]


def _programs() -> list[Case]:
    circuit = [("t1", "add", "a", "b"), ("t2", "mul", "t1", "c"), ("t3", "sigmoid", "t2")]
    twice = [("t1", "mul", "u", "u"), ("t2", "add", "t1", "u")]
    waits = [
        *(("t1", "mul", "u", "v"), ("t2", "sigmoid", "t1"), ("t3", "add", "t1", "t2")),
        *(("t4", "mul", "t3", "t1"), ("t5", "mul", "t4", "t2")),
    ]
    idle = [("t1", "sigmoid", "u"), ("t2", "mul", "u", "v"), ("t3", "mul", "t1", "t1")]
    return [
        case(circuit, {"a": 1.0, "b": -2.0, "c": -3.0}),
        case(twice, {"u": 1.5}),
        case(waits, {"u": 0.8, "v": -1.7}),
        case(idle, {"u": -0.6, "v": 2.5}, tags="needless_line"),
    ]


def _played(lines: Lines, numbers: dict[str, Any]) -> dict[str, Any]:
    values = dict(numbers)
    for out, operation, *inputs in lines:
        given = [values[name] for name in inputs]
        if operation == "sigmoid":
            values[out] = sigma(given[0])
        else:
            values[out] = given[0] + given[1] if operation == "add" else given[0] * given[1]
    return values


def _measured(lines: Lines, numbers: dict[str, float]) -> list[Any]:
    def result(*inputs: Any) -> Any:
        return _played(lines, dict(zip(numbers, inputs, strict=True)))[lines[-1][0]]

    return slopes(result, *(np.asarray(number) for number in numbers.values()))


def _walked(lines: Lines, numbers: dict[str, float], kind: str) -> list[Any]:
    values = _played(lines, numbers)
    arrived = dict.fromkeys(values, 0.0)
    arrived[lines[-1][0]] = float(values[lines[-1][0]]) if kind == "begins_with_value" else 1.0
    for out, operation, *inputs in lines if kind == "forward" else reversed(lines):
        if operation == "sigmoid":
            at = values[out if kind == "slope_of_result" else inputs[0]]
            factors = [1.0] if kind == "no_slope" else [float(sigma_slope(at))]
        elif operation == "mul":
            own = [values[name] for name in inputs]
            factors = own if kind == "own_value" else own[::-1]
        else:
            factors = [1.0, 1.0]
        pairs = list(zip(inputs, factors, strict=True))
        for name, factor in dict(pairs).items() if kind == "input_once" else pairs:
            kept = 0.0 if kind == "last_share" else arrived[name]
            arrived[name] = kept + factor * arrived[out]
    return [arrived[name] for name in numbers]


WALK_BACK = Exercise(
    name="walk-back",
    page="engine/jax",
    level="medium",
    signatures=("walk_back(lines, numbers)",),
    cases=_programs,
    expected=_measured,
    mistakes=forms(
        _walked,
        (
            *("last_share", "own_value", "no_slope", "slope_of_result"),
            *("forward", "input_once", "begins_with_value"),
        ),
    ),
    extra={"imports": ""},
)

EXERCISES = (WALK_BACK,)
