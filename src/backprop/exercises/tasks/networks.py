"""Part II: networks. What is right is measured with the complex step on a forward pass."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case, forms
from backprop.exercises.tasks.oracles import draws, sigma, sigma_slope, slope
from backprop.exercises.tasks.quotients import ALONG, NUDGE_GRADIENT

Arrays = list[Any]


def network(sizes: list[int], seed: int) -> tuple[Arrays, Arrays]:
    """Return weights and biases of a network, of the usual shapes."""
    rng = draws(seed)
    weights = [rng.normal(size=(n, before)) for before, n in pairwise(sizes)]
    return weights, [rng.normal(size=(n, 1)) for n in sizes[1:]]


def batch(sizes: list[int], m: int, seed: int) -> tuple[Any, Any]:
    """Return inputs and wanted outputs of m samples."""
    rng = draws(seed + 100)
    return rng.normal(size=(sizes[0], m)), rng.uniform(size=(sizes[-1], m))


def activations(weights: Arrays, biases: Arrays, x: Any) -> Arrays:
    """Return the inputs and the activations of each layer."""
    found = [x]
    for w, b in zip(weights, biases, strict=True):
        found.append(sigma(w @ found[-1] + b))
    return found


def mean_cost(weights: Arrays, biases: Arrays, x: Any, y: Any) -> Any:
    """Return the mean of half the squared distances; of complex numbers too."""
    return ((activations(weights, biases, x)[-1] - y) ** 2).sum() / (2 * x.shape[1])


def measured_gradient(weights: Arrays, biases: Arrays, x: Any, y: Any) -> list[Arrays]:
    """Return the derivatives with respect to the biases and the weights, measured."""

    def along(arrays: Arrays, place: int, biased: bool) -> Any:
        def one(value: Any) -> Any:
            nudged = [*arrays[:place], value, *arrays[place + 1 :]]
            return mean_cost(weights, nudged, x, y) if biased else mean_cost(nudged, biases, x, y)

        return slope(one, arrays[place])

    layers = range(len(weights))
    return [[along(biases, k, True) for k in layers], [along(weights, k, False) for k in layers]]


# Notation and shapes


def _parameters(sizes: list[int]) -> tuple[int, int]:
    """Count entries of arrays that are really there."""
    weights, biases = network(sizes, 0)
    return sum(w.size for w in weights), sum(b.size for b in biases)


def _pairs(sizes: list[int]) -> int:
    return sum(n * before for before, n in pairwise(sizes))


COUNT_PARAMETERS = Exercise(
    name="count-parameters",
    page="networks/notation-and-shapes",
    level="easy",
    signatures=("count_parameters(sizes)",),
    cases=lambda: [case([5, 4, 3, 2]), case([2, 3, 1]), case([7, 1]), case([1, 1, 1, 1]), case([30, 2, 20])],
    expected=_parameters,
    returns=("weights", "biases"),
    mistakes={
        "inputs_have_biases": lambda sizes: (_pairs(sizes), sum(sizes)),
        "output_has_none": lambda sizes: (_pairs(sizes), sum(sizes[1:-1])),
        "one_bias_a_layer": lambda sizes: (_pairs(sizes), len(sizes) - 1),
        "all_multiplied": lambda sizes: (int(np.prod(sizes)), sum(sizes[1:])),
        "sum_of_sizes": lambda sizes: (sum(a + b for a, b in pairwise(sizes)), sum(sizes[1:])),
        "together": lambda sizes: _pairs(sizes) + sum(sizes[1:]),
        "swapped": lambda sizes: (sum(sizes[1:]), _pairs(sizes)),
    },
    extra={"imports": ""},
)

# Forward


def _forward_cases() -> list[Case]:
    shapes = [([2, 3, 1], 1), ([2, 3, 1], 4), ([3, 3, 3], 3), ([4, 2, 5, 2], 6)]
    return [
        case(*network(sizes, k), batch(sizes, m, k)[0], tags="one_sample" if m == 1 else "several")
        for k, (sizes, m) in enumerate(shapes)
    ]


def _unit_by_unit(weights: Arrays, biases: Arrays, x: Any) -> Any:
    """Return the outputs from sums over single numbers, sample by sample."""
    columns = []
    for sample in x.T:
        a = list(sample)
        for w, b in zip(weights, biases, strict=True):
            a = [
                1 / (1 + np.exp(-(sum(w[j, k] * a[k] for k in range(len(a))) + b[j, 0])))
                for j in range(len(w))
            ]
        columns.append(a)
    return np.array(columns).T


def _forward(weights: Arrays, biases: Arrays, x: Any, kind: str = "") -> Any:
    a = x
    for layer, (w, b) in enumerate(zip(weights, biases, strict=True), start=1):
        last = layer == len(weights)
        w = w.T if kind == "transposed" else w
        b = 0 if kind == "no_bias" else -b if kind == "minus_bias" else b
        z = w @ a + b
        a = z if (kind == "straight_output" and last) or (kind == "no_sigmoid" and not last) else sigma(z)
        a = sigma(a) if kind == "twice" and last else np.tanh(z) if kind == "tanh" else a
    return a


FORWARD_BATCH = Exercise(
    name="forward-batch",
    page="networks/forward",
    level="easy",
    signatures=("forward(weights, biases, x)",),
    cases=_forward_cases,
    expected=_unit_by_unit,
    mistakes=forms(
        _forward,
        ("transposed", "no_bias", "minus_bias", "straight_output", "no_sigmoid", "twice", "tanh"),
    )
    | {"first_layer_only": lambda weights, biases, x: _forward(weights[:1], biases[:1], x)},
)

# The cost and its gradient


def _outputs() -> list[Case]:
    rng = draws(3)
    shapes = [(1, 1), (1, 4), (3, 1), (3, 5), (2, 2)]
    return [case(rng.uniform(size=s), rng.uniform(size=s).round()) for s in shapes]


def _cost(a: Any, y: Any) -> float:
    """Add up the costs of single numbers."""
    m = a.shape[1]
    return float(sum((a[j, i] - y[j, i]) ** 2 / 2 for i in range(m) for j in range(len(a))) / m)


QUADRATIC_COST = Exercise(
    name="quadratic-cost",
    page="networks/cost-and-gradient",
    level="easy",
    signatures=("quadratic_cost(a, y)",),
    cases=_outputs,
    expected=_cost,
    samples=lambda a, y: int(a.shape[1]),
    mistakes={
        "no_half": lambda a, y: ((a - y) ** 2).sum() / a.shape[1],
        "sum": lambda a, y: ((a - y) ** 2).sum() / 2,
        "mean_over_units": lambda a, y: ((a - y) ** 2).mean() / 2,
        "plain_mean": lambda a, y: ((a - y) ** 2).mean(),
        "distance": lambda a, y: np.abs(a - y).sum() / a.shape[1],
        "square_of_sum": lambda a, y: ((a - y).sum() ** 2) / (2 * a.shape[1]),
        "each_sample": lambda a, y: ((a - y) ** 2).sum(axis=0) / 2,
        "over_rows": lambda a, y: ((a - y) ** 2).sum() / (2 * len(a)),
    },
)

# The four equations


def _errors() -> list[Case]:
    rng = draws(5)
    shapes = [(3, 1, 1), (2, 4, 1), (3, 3, 1), (4, 2, 3), (2, 2, 4)]  # units here, units above, samples
    return [
        case(rng.normal(size=(up, n)), rng.normal(size=(up, m)), rng.normal(size=(n, m)))
        for n, up, m in shapes
    ]


def _error_below(w_next: Any, delta_next: Any, z: Any) -> Any:
    """Measure: the layer above sums, its cost is linear with the derivatives δ, and z is nudged."""
    return slope(lambda z: (delta_next * (w_next @ sigma(z))).sum(), z)


BELOW = {
    "not_transposed": lambda w_next, delta_next, z: (w_next @ delta_next) * sigma_slope(z),
    "no_slope": lambda w_next, delta_next, z: w_next.T @ delta_next,
    "slope_of_activation": lambda w_next, delta_next, z: (w_next.T @ delta_next) * sigma_slope(sigma(z)),
    "value_for_slope": lambda w_next, delta_next, z: (w_next.T @ delta_next) * sigma(z),
    "half_slope": lambda w_next, delta_next, z: (w_next.T @ delta_next) * (1 - sigma(z)),
    "times_z": lambda w_next, delta_next, z: (w_next.T @ delta_next) * z,
    "sign": lambda w_next, delta_next, z: -(w_next.T @ delta_next) * sigma_slope(z),
    "no_slope_of_z_squared": lambda w_next, delta_next, z: (w_next.T @ delta_next) * sigma_slope(z) ** 2,
}

HIDDEN_ERROR = Exercise(
    name="hidden-error",
    page="networks/four-equations",
    level="medium",
    signatures=("hidden_error(W_next, delta_next, z)",),
    cases=_errors,
    expected=_error_below,
    mistakes=BELOW,
)


def whole_cases() -> list[Case]:
    """Return networks with samples: narrow and wide, square, one sample and several."""
    shapes = [([2, 3, 1], 1), ([2, 3, 1], 4), ([3, 3, 3, 3], 1), ([2, 4, 3, 2], 5), ([3, 3, 3], 3)]
    return [
        case(*network(sizes, k + 20), *batch(sizes, m, k), tags="one_sample" if m == 1 else "several")
        for k, (sizes, m) in enumerate(shapes)
    ]


def one_sample_cases() -> list[Case]:
    """Return networks with one sample each."""
    shapes = [[2, 3, 1], [3, 3, 3, 3], [2, 4, 3, 2], [3, 3, 3], [1, 1]]
    return [case(*network(sizes, k + 40), *batch(sizes, 1, k)) for k, sizes in enumerate(shapes)]


def walk(weights: Arrays, biases: Arrays, x: Any, y: Any, kind: str = "") -> tuple[Arrays, Arrays, Any]:
    """Go back with a mistake; return the derivatives of biases and weights, and of the inputs."""
    a = activations(weights, biases, x)
    zs = [w @ one + b for w, b, one in zip(weights, biases, a, strict=False)]
    m = 1 if kind == "sum" else x.shape[1]
    last = len(weights) - 1
    delta = (a[-1] - y) / m * (2 if kind == "no_half" else -1 if kind == "sign" else 1)
    delta = delta * _slope_at(zs[last], a[last + 1], kind, "output")
    nabla_b, nabla_w = [np.empty(0)] * len(weights), [np.empty(0)] * len(weights)
    for k in range(last, -1, -1):
        if k < last:
            w = weights[k] if kind == "own_weights" else weights[k + 1]
            delta = (w if kind == "not_transposed" else w.T) @ delta
            delta = delta * _slope_at(zs[k], a[k + 1], kind, "hidden")
        n = x.shape[1] if kind == "divided_twice" else 1
        nabla_b[k] = delta.sum(axis=1, keepdims=True) / n
        nabla_b[k] = delta.mean(axis=1, keepdims=True) if kind == "bias_mean" else nabla_b[k]
        nabla_b[k] = delta[:, :1] if kind == "first_sample" else nabla_b[k]
        before = a[k + 1] if kind == "own_activation" else zs[k - 1] if kind == "z_below" and k else a[k]
        nabla_w[k] = (before @ delta.T if kind == "outer_turned" else delta @ before.T) / n
    if kind == "layers_reversed":
        return nabla_b[::-1], nabla_w[::-1], weights[0].T @ delta
    return nabla_b, nabla_w, weights[0].T @ delta


def _slope_at(z: Any, a: Any, kind: str, place: str) -> Any:
    if kind == f"no_{place}_slope" or kind == "no_slope":
        return 1.0
    return (
        sigma_slope(a)
        if kind == "slope_of_activation"
        else sigma(z)
        if kind == "value_for_slope"
        else sigma_slope(z)
    )


INPUT_GRADIENT = Exercise(
    name="input-gradient",
    page="networks/four-equations",
    level="medium",
    signatures=("input_gradient(weights, biases, x, y)",),
    cases=one_sample_cases,
    expected=lambda weights, biases, x, y: slope(lambda x: mean_cost(weights, biases, x, y), x),
    mistakes={
        "slope_of_input": lambda weights, biases, x, y: walk(weights, biases, x, y)[2] * sigma_slope(x),
        "stops_early": lambda weights, biases, x, y: walk(weights, biases, x, y)[0][0],
        "not_transposed": lambda weights, biases, x, y: weights[0] @ walk(weights, biases, x, y)[0][0],
    }
    | forms(
        lambda weights, biases, x, y, kind: walk(weights, biases, x, y, kind)[2],
        ("no_output_slope", "no_hidden_slope", "slope_of_activation", "sign"),
    ),
)

# The algorithm


def wrong_gradient(weights: Arrays, biases: Arrays, x: Any, y: Any, kind: str) -> tuple[Arrays, Arrays]:
    """Return the derivatives of biases and weights, with a mistake on the way back."""
    return walk(weights, biases, x, y, kind)[:2]


BACKPROP = Exercise(
    name="backprop-one-sample",
    page="networks/algorithm",
    level="hard",
    signatures=("backprop(weights, biases, x, y)",),
    cases=one_sample_cases,
    expected=measured_gradient,
    returns=("nabla_b", "nabla_w"),
    mistakes=forms(
        wrong_gradient,
        (
            *("slope_of_activation", "no_output_slope", "no_hidden_slope", "no_slope", "value_for_slope"),
            *(
                "not_transposed",
                "own_weights",
                "own_activation",
                "z_below",
                "outer_turned",
                "sign",
                "no_half",
            ),
            "layers_reversed",
        ),
    )
    | {"swapped": lambda weights, biases, x, y: walk(weights, biases, x, y)[1::-1]},
)

EXERCISES = (
    *(COUNT_PARAMETERS, FORWARD_BATCH, QUADRATIC_COST, NUDGE_GRADIENT),
    *(HIDDEN_ERROR, INPUT_GRADIENT, BACKPROP, ALONG),
)
