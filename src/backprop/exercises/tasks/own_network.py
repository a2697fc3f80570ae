"""The project of Part II: a network from an empty file, milestone by milestone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Project, case, forms
from backprop.exercises.tasks.networks import (
    BELOW,
    Arrays,
    activations,
    batch,
    mean_cost,
    measured_gradient,
    network,
    whole_cases,
    wrong_gradient,
)
from backprop.exercises.tasks.oracles import draws, has_drawn, sigma, sigma_slope, slope

PROJECT = Project("network", "networks/xor")


def _forward_cases() -> list[Case]:
    return [Case(one.arguments[:3], one.tags) for one in whole_cases()]


FORWARD = PROJECT.milestone(
    "net-forward",
    "forward(weights, biases, x)",
    _forward_cases,
    activations,
    {
        "without_inputs": lambda weights, biases, x: activations(weights, biases, x)[1:],
        "last_only": lambda weights, biases, x: activations(weights, biases, x)[-1],
        "weighted_inputs": lambda weights, biases, x: [
            x,
            *(w @ a + b for w, b, a in zip(weights, biases, activations(weights, biases, x), strict=False)),
        ],
        "no_bias": lambda weights, biases, x: activations(weights, [0 * b for b in biases], x),
        "inputs_squashed": lambda weights, biases, x: activations(weights, biases, sigma(x)),
        "backward": lambda weights, biases, x: activations(weights, biases, x)[::-1],
    },
)

COST = PROJECT.milestone(
    "net-cost",
    "cost(weights, biases, x, y)",
    whole_cases,
    lambda weights, biases, x, y: _sum_of_costs(weights, biases, x, y) / x.shape[1],
    {
        "sum": lambda *given: _sum_of_costs(*given),
        "no_half": lambda *given: 2 * mean_cost(*given),
        "mean_over_units": lambda weights, biases, x, y: mean_cost(weights, biases, x, y) / len(y),
        "each_sample": lambda weights, biases, x, y: (
            ((activations(weights, biases, x)[-1] - y) ** 2).sum(axis=0) / 2
        ),
        "distance": lambda weights, biases, x, y: (
            np.abs(activations(weights, biases, x)[-1] - y).sum() / x.shape[1]
        ),
        "no_squares": lambda weights, biases, x, y: (
            (activations(weights, biases, x)[-1] - y).sum() / (2 * x.shape[1])
        ),
    },
)


def _sum_of_costs(weights: Arrays, biases: Arrays, x: Any, y: Any) -> Any:
    """Add up the costs of the samples, one after the other."""
    columns = [mean_cost(weights, biases, x[:, i : i + 1], y[:, i : i + 1]) for i in range(x.shape[1])]
    return np.sum(columns)


def _outputs() -> list[Case]:
    rng = draws(8)
    shapes = [(1, 1), (3, 1), (1, 4), (3, 3), (2, 5)]
    return [case(rng.normal(size=s), rng.uniform(size=s)) for s in shapes]


BP1 = PROJECT.milestone(
    "net-bp1",
    "output_error(z, y)",
    _outputs,
    lambda z, y: slope(lambda z: ((sigma(z) - y) ** 2).sum() / 2, z),
    {
        "no_slope": lambda z, y: sigma(z) - y,
        "slope_of_activation": lambda z, y: (sigma(z) - y) * sigma_slope(sigma(z)),
        "sign": lambda z, y: (y - sigma(z)) * sigma_slope(z),
        "no_half": lambda z, y: 2 * (sigma(z) - y) * sigma_slope(z),
        "without_sigmoid": lambda z, y: (z - y) * sigma_slope(z),
        "value_for_slope": lambda z, y: (sigma(z) - y) * sigma(z),
        "divided": lambda z, y: (sigma(z) - y) * sigma_slope(z) / z.shape[1],
    },
)


def _below_cases() -> list[Case]:
    rng = draws(9)
    shapes = [(3, 1, 1), (3, 3, 2), (4, 2, 3), (2, 2, 4)]
    return [
        case(rng.normal(size=(up, n)), rng.normal(size=(up, m)), rng.normal(size=(n, m)))
        for n, up, m in shapes
    ]


BP2 = PROJECT.milestone(
    "net-bp2",
    "hidden_error(W_next, delta_next, z)",
    _below_cases,
    lambda w_next, delta_next, z: slope(lambda z: (delta_next * (w_next @ sigma(z))).sum(), z),
    BELOW,
)


def _deltas() -> list[Case]:
    rng = draws(10)
    return [case(rng.normal(size=shape)) for shape in ((3, 1), (1, 4), (3, 3), (2, 5))]


BP3 = PROJECT.milestone(
    "net-bp3",
    "bias_gradient(delta)",
    _deltas,
    lambda delta: np.array([[sum(row) / len(row)] for row in delta]),
    {
        "sum": lambda delta: delta.sum(axis=1, keepdims=True),
        "lost_axis": lambda delta: delta.mean(axis=1),
        "wrong_axis": lambda delta: delta.mean(axis=0, keepdims=True),
        "all_entries": lambda delta: delta.mean(),
        "not_summed": lambda delta: delta,
        "divided_only": lambda delta: delta / delta.shape[1],
        "first_sample": lambda delta: delta[:, :1],
    },
    samples=lambda delta: int(delta.shape[1]),
)


def _delta_and_a() -> list[Case]:
    rng = draws(11)
    shapes = [(3, 2, 1), (1, 4, 5), (3, 3, 3), (2, 2, 4)]
    return [case(rng.normal(size=(n, m)), rng.uniform(size=(before, m))) for n, before, m in shapes]


BP4 = PROJECT.milestone(
    "net-bp4",
    "weight_gradient(delta, a)",
    _delta_and_a,
    lambda delta, a: slope(lambda w: (delta * (w @ a)).sum() / a.shape[1], np.zeros((len(delta), len(a)))),
    {
        "sum": lambda delta, a: delta @ a.T,
        "turned": lambda delta, a: a @ delta.T / a.shape[1],
        "divided_by_units": lambda delta, a: delta @ a.T / len(a),
        "first_sample": lambda delta, a: delta[:, :1] @ a[:, :1].T,
        "no_transpose": lambda delta, a: delta @ a / a.shape[1],
        "means": lambda delta, a: delta.mean(axis=1, keepdims=True) @ a.mean(axis=1, keepdims=True).T,
        "sign": lambda delta, a: -delta @ a.T / a.shape[1],
    },
)

_WALKS = (
    *("slope_of_activation", "no_output_slope", "no_hidden_slope", "not_transposed", "own_weights"),
    *("own_activation", "z_below", "sum", "divided_twice", "bias_mean", "first_sample", "no_half", "sign"),
    "layers_reversed",
)

GRADIENT = PROJECT.milestone(
    "net-gradient",
    "gradient(weights, biases, x, y)",
    whole_cases,
    measured_gradient,
    forms(wrong_gradient, _WALKS),
    returns=("nabla_b", "nabla_w"),
)

# It learns: what comes out of five starts is one number, each of which has its sentence.

LEARNED, NOT_FINITE, ALIKE, UPHILL, FLAT, SOME, OWN_GENERATOR = 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0
XOR_X = np.array([[0.0, 0, 1, 1], [0, 1, 0, 1]])
XOR_Y = np.array([[0.0, 1, 1, 0]])


def _trained(names: SimpleNamespace, starts: int) -> float:
    """Train from several starts; three of five have to answer all four samples right."""
    right, drawn = 0, 0
    worst = LEARNED
    for seed in range(starts):
        rng = np.random.default_rng(seed)
        weights, biases = names.train(XOR_X.copy(), XOR_Y.copy(), rng)
        drawn += has_drawn(rng, seed)
        with np.errstate(all="ignore"):
            output = activations(weights, biases, XOR_X)[-1]
        if not np.isfinite(output).all():
            return NOT_FINITE
        if np.array_equal(np.round(output), XOR_Y):
            right += 1
            continue
        price = float(((output - XOR_Y) ** 2).mean())
        alike = len(weights) > 1 and len(weights[0]) > 1 and np.allclose(weights[0], weights[0][:1])
        worst = ALIKE if alike else UPHILL if price > 0.3 else FLAT if price > 0.2 else SOME
    if right < 0.6 * starts:
        return worst
    return LEARNED if drawn == starts else OWN_GENERATOR


def _network_that(weights: Arrays, biases: Arrays) -> SimpleNamespace:
    return SimpleNamespace(train=lambda x, y, rng: (weights, biases))


_ONE = np.ones((1, 1))
_KNOWN = ([np.array([[9.0, 9], [9, 9]]), np.array([[9.0, -9]])], [np.array([[-4.0], [-13]]), -4 * _ONE])
_HALF_RIGHT = ([np.array([[9.0, 9]]), 5.7 * _ONE], [-4 * _ONE, -5 * _ONE])

LEARNS = PROJECT.milestone(
    "net-learns",
    "train(x, y, rng)",
    lambda: [case(5)],
    lambda starts: LEARNED,
    {
        "not_finite": _network_that([np.full((1, 2), np.nan)], [_ONE]),
        "alike": _network_that([np.ones((2, 2)), np.ones((1, 2))], [np.zeros((2, 1)), _ONE]),
        "uphill": _network_that(
            [np.array([[9.0, 0], [0, 5]]), np.array([[9.0, 0]])], [np.zeros((2, 1)), 9 * _ONE]
        ),
        "flat": _network_that(
            [np.array([[0.1, 0], [0, 0.2]]), np.zeros((1, 2))], [np.zeros((2, 1)), 0 * _ONE]
        ),
        "some": _network_that(*_HALF_RIGHT),
        "own_generator": _network_that(*_KNOWN),
    },
    use=_trained,
    parameters=("starts",),
    seconds=60.0,
    extra={"example": "none"},
)

EXERCISES = (FORWARD, COST, BP1, BP2, BP3, BP4, GRADIENT, LEARNS)
__all__ = ["EXERCISES", "batch", "network"]
