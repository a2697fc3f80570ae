"""Part III: costs, with numbers that stay stable."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, Project, case, forms
from backprop.exercises.tasks.oracles import draws, sigma, sigma_slope, slope, slopes


def _neurons() -> list[Case]:
    return [
        case(2.0, 2.0, 1.0, 0.0, 0.15),
        case(0.6, 0.9, 1.0, 0.0, 0.15),
        case(-1.0, 0.5, 2.0, 1.0, 0.5),
        case(0.3, -0.2, -1.5, 0.4, 2.0),
    ]


def _step(w: float, b: float, x: float, y: float, eta: float) -> list[Any]:
    down = slopes(lambda w, b: (sigma(w * x + b) - y) ** 2 / 2, w, b)
    return [w - eta * down[0], b - eta * down[1]]


def _moved(w: float, b: float, x: float, y: float, eta: float, kind: str) -> tuple[float, float]:
    z = w * x + b
    a = float(sigma(z))
    s = float(sigma_slope(a if kind == "slope_of_activation" else z))
    delta = (a - y) * (1.0 if kind == "no_slope" else s) * (2 if kind == "no_half" else 1)
    eta = -eta if kind == "uphill" else eta
    w = w - eta * delta * (1 if kind == "no_input" else x)
    if kind == "one_after_the_other":
        a = float(sigma(w * x + b))
        delta = (a - y) * a * (1 - a)
    return w, b - eta * delta * (x if kind == "input_for_bias" else 1)


NEURON_STEP = Exercise(
    name="neuron-step",
    page="costs/slow-learning",
    level="easy",
    signatures=("neuron_step(w, b, x, y, eta)",),
    cases=_neurons,
    expected=_step,
    returns=("the new w", "the new b"),
    mistakes=forms(
        _moved,
        (
            *("no_slope", "slope_of_activation", "no_half", "uphill", "no_input", "one_after_the_other"),
            "input_for_bias",
        ),
    ),
)

# The cross-entropy of a weighted input


def _labels() -> list[Case]:
    rng = draws(30)
    return [
        case(np.array([0.5]), np.array([1.0])),
        case(rng.normal(size=5), np.array([0.0, 1, 1, 0, 1])),
        case(rng.normal(size=4), np.array([0.3, 0.7, 0.5, 1.0])),
        case(np.array([800.0, -900.0, 1000.0]), np.array([0.0, 1.0, 1.0]), tags="large"),
        case(np.array([40.0, -50.0]), np.array([0.0, 1.0]), tags="large"),
    ]


def _log_of_one_plus_exp(x: float) -> float:
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


def _cross_entropy(z: Any, y: Any) -> float:
    costs = [
        t * _log_of_one_plus_exp(-s) + (1 - t) * _log_of_one_plus_exp(s) for s, t in zip(z, y, strict=True)
    ]
    return math.fsum(costs) / len(costs)


def _soft_plus(z: Any) -> Any:
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


CROSS_ENTROPY = Exercise(
    name="cross-entropy-of-z",
    page="costs/logistic-neuron",
    level="medium",
    signatures=("cross_entropy(z, y)",),
    cases=_labels,
    expected=_cross_entropy,
    quiet=True,
    mistakes={
        "through_the_sigmoid": lambda z, y: np.mean(-y * np.log(sigma(z)) - (1 - y) * np.log(1 - sigma(z))),
        "sign": lambda z, y: np.mean(y * z - _soft_plus(z)),
        "sum": lambda z, y: np.sum(_soft_plus(z) - y * z),
        "one_term": lambda z, y: np.mean(y * _soft_plus(-z)),
        "other_label": lambda z, y: np.mean(_soft_plus(z) - (1 - y) * z),
        "label_ignored": lambda z, y: np.mean(_soft_plus(z) - z),
        "base_ten": lambda z, y: np.mean(_soft_plus(z) - y * z) / math.log(10),
        "base_two": lambda z, y: np.mean(_soft_plus(z) - y * z) / math.log(2),
        "each": lambda z, y: _soft_plus(z) - y * z,
    },
    samples=lambda z, y: len(z),
)

# Softmax


FAR_APART = np.array([[1000.0, 0.0], [999.0, 0.0]])
"""Two columns, one of which is nothing beside the other's maximum."""


def _columns() -> list[Case]:
    rng = draws(31)
    return [
        case(np.array([[0.0], [0.0], [math.log(2)]]), tags="one_sample"),
        case(rng.normal(size=(3, 4)), tags="several"),
        case(rng.normal(size=(3, 3)) * 3, tags="several"),
        case(rng.normal(size=(2, 5)) * 300, tags="several large"),
        case(np.array([[1000.0], [999.0], [-1000.0]]), tags="one_sample large"),
        case(FAR_APART, tags="several large"),
    ]


def _shares(z: Any) -> Any:
    """Compute the shares of a column one by one, from differences."""
    found = np.empty(z.shape)
    for j, i in np.ndindex(z.shape):
        with np.errstate(over="ignore"):
            found[j, i] = 1 / sum(np.exp(z[k, i] - z[j, i]) for k in range(len(z)))
    return found


def _exp_over(z: Any, axis: int | None) -> Any:
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


SOFTMAX = Exercise(
    name="softmax-columns",
    page="costs/softmax",
    level="easy",
    signatures=("softmax(z)",),
    cases=_columns,
    expected=_shares,
    quiet=True,
    mistakes={
        "overflows": lambda z: np.exp(z) / np.exp(z).sum(axis=0, keepdims=True),
        "rows": lambda z: _exp_over(z, 1),
        "all_together": lambda z: _exp_over(z, None),
        "one_maximum": lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum(axis=0, keepdims=True),
        "not_divided": lambda z: np.exp(z - z.max(axis=0, keepdims=True)),
        "no_exponential": lambda z: z / z.sum(axis=0, keepdims=True),
        "sigmoids": lambda z: np.array(1 / (1 + np.exp(-np.clip(z, -700, 700)))),
        "largest_only": lambda z: (z == z.max(axis=0, keepdims=True)).astype(float),
        "logarithms": lambda z: z - z.max(axis=0) - np.log(np.exp(z - z.max(axis=0)).sum(axis=0)),
    },
)

# The project: softmax and cross-entropy, from the logarithms to the gradient of a layer


def _logs(z: Any) -> Any:
    """Return the logarithms of the shares of real or complex weighted inputs, shifted by a real number."""
    shifted = z - np.real(z).max(axis=0)
    return shifted - np.log(np.exp(shifted).sum(axis=0))


def _labelled() -> list[Case]:
    rng = draws(32)
    found = []
    for k, m, scale in ((3, 1, 1), (3, 4, 1), (4, 4, 2), (2, 3, 400)):
        z = rng.normal(size=(k, m)) * scale
        y = np.eye(k)[rng.integers(0, k, size=m)].T
        tags = "large" if scale > 10 else "one_sample" if m == 1 else "several"
        found.append(case(z, y, tags=tags))
    return [*found, case(FAR_APART, np.eye(2), tags="several large")]


def _one_maximum(z: Any) -> Any:
    return z - z.max() - np.log(np.exp(z - z.max()).sum(axis=0))


def _only_z() -> list[Case]:
    return [Case(one.arguments[:1], one.tags) for one in _labelled()]


def _price(z: Any, y: Any) -> Any:
    return -(y * _logs(z)).sum() / z.shape[1]


def _layers() -> list[Case]:
    rng = draws(33)
    found = []
    for k, n, m in ((3, 2, 1), (3, 4, 5), (3, 3, 3), (2, 5, 4)):
        y = np.eye(k)[rng.integers(0, k, size=m)].T
        found.append(case(rng.normal(size=(k, n)), rng.normal(size=(k, 1)), rng.normal(size=(n, m)), y))
    return found


def _layer_gradient(weights: Any, bias: Any, x: Any, y: Any) -> list[Any]:
    return slopes(lambda w, b: _price(w @ x + b, y), weights, bias)


def _layer(kind: str) -> Any:
    def gradient(weights: Any, bias: Any, x: Any, y: Any) -> Any:
        z = weights @ x + bias
        a = _exp_over(z, 0)
        m = x.shape[1]
        delta = (y - a if kind == "sign" else a - y) / (1 if kind == "sum" else m)
        delta = delta * a * (1 - a) if kind == "slope_again" else delta
        nabla_b = delta.sum(axis=1) if kind == "lost_axis" else delta.sum(axis=1, keepdims=True)
        nabla_b = nabla_b / m if kind == "bias_twice" else nabla_b
        nabla_w = x @ delta.T if kind == "turned" else delta @ x.T
        return (nabla_b, nabla_w) if kind == "swapped" else (nabla_w, nabla_b)

    return gradient


PROJECT = Project("softmax", "costs/softmax")


MILESTONES = (
    PROJECT.milestone(
        "soft-logarithms",
        "log_softmax(z)",
        _only_z,
        lambda z: (
            np.array(
                [
                    [-math.log(sum(math.exp(min(o - s, 700)) for o in column)) for s in column]
                    for column in z.T
                ]
            ).T
            if np.abs(z).max() < 100
            else _logs(z)
        ),
        {
            "of_the_shares": lambda z: np.log(_exp_over(z, 0)),
            "overflows": lambda z: z - np.log(np.exp(z).sum(axis=0, keepdims=True)),
            "no_logarithm": lambda z: _exp_over(z, 0),
            "rows": lambda z: np.array(_logs(z.T).T),
            "not_normalised": lambda z: z - z.max(axis=0),
            "maximum_lost": lambda z: z - np.log(np.exp(z - z.max(axis=0)).sum(axis=0)),
            "sign": lambda z: -_logs(z),
            "one_maximum": _one_maximum,
        },
        quiet=True,
    ),
    PROJECT.milestone(
        "soft-cost",
        "softmax_cost(z, y)",
        _labelled,
        _price,
        {
            "sum": lambda z, y: _price(z, y) * z.shape[1],
            "mean_over_classes": lambda z, y: _price(z, y) / len(z),
            "sign": lambda z, y: -_price(z, y),
            "each_sample": lambda z, y: -(y * _logs(z)).sum(axis=0),
            "of_the_shares": lambda z, y: -(y * np.log(_exp_over(z, 0))).sum() / z.shape[1],
            "no_logarithm": lambda z, y: -(y * _exp_over(z, 0)).sum() / z.shape[1],
            "all_classes": lambda z, y: -_logs(z).sum() / z.shape[1],
            "one_maximum": lambda z, y: -(y * _one_maximum(z)).sum() / z.shape[1],
        },
        quiet=True,
    ),
    PROJECT.milestone(
        "soft-error",
        "softmax_error(z, y)",
        _labelled,
        lambda z, y: slope(lambda z: _price(z, y), z),
        {
            "sum": lambda z, y: _exp_over(z, 0) - y,
            "sign": lambda z, y: (y - _exp_over(z, 0)) / z.shape[1],
            "slope_again": lambda z, y: (
                (_exp_over(z, 0) - y) * _exp_over(z, 0) * (1 - _exp_over(z, 0)) / z.shape[1]
            ),
            "no_softmax": lambda z, y: (z - y) / z.shape[1],
            "true_class_only": lambda z, y: y * (_exp_over(z, 0) - y) / z.shape[1],
            "divided_by_classes": lambda z, y: (_exp_over(z, 0) - y) / len(z),
            "one_maximum": lambda z, y: (
                (np.exp(z - z.max()) / np.exp(z - z.max()).sum(axis=0) - y) / z.shape[1]
            ),
            "quotient": lambda z, y: -y / np.maximum(_exp_over(z, 0), 1e-300) / z.shape[1],
        },
        quiet=True,
        tolerance=1e-6,
    ),
    PROJECT.milestone(
        "soft-gradient",
        "softmax_gradient(W, b, x, y)",
        _layers,
        _layer_gradient,
        {
            name: _layer(name)
            for name in ("sum", "sign", "slope_again", "lost_axis", "bias_twice", "turned", "swapped")
        },
        returns=("nabla_W", "nabla_b"),
    ),
)

EXERCISES = (NEURON_STEP, CROSS_ENTROPY, SOFTMAX, *MILESTONES)
