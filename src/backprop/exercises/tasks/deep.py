"""Part IV: deep networks that train."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case
from backprop.exercises.tasks.layers import LAYER
from backprop.exercises.tasks.oracles import draws
from backprop.exercises.tasks.steps import ADAM_STEP, MINI_BATCHES

Arrays = list[Any]

# ReLU


def _gates() -> list[Case]:
    rng = draws(51)
    drawn = [case(rng.normal(size=s), rng.normal(size=s)) for s in ((3, 1), (2, 4), (3, 3))]
    return [case(np.array([[2.0, -1], [3, 4]]), np.array([[-5, 0.5], [1, 0]])), *drawn]


RELU_BACKWARD = Exercise(
    name="relu-backward",
    page="deep/relu",
    level="easy",
    signatures=("relu_backward(dA, Z)",),
    cases=_gates,
    expected=lambda grad, z: np.array(
        [[g if s > 0 else 0.0 for g, s in zip(*rows, strict=True)] for rows in zip(grad, z, strict=True)]
    ),
    mistakes={
        "open_at_zero": lambda grad, z: grad * (z >= 0),
        "wrong_gate": lambda grad, z: grad * (grad > 0),
        "always_open": lambda grad, z: grad,
        "opposite": lambda grad, z: grad * (z <= 0),
        "forward": lambda grad, z: np.maximum(z, 0),
        "times_activation": lambda grad, z: grad * np.maximum(z, 0),
        "gate_only": lambda grad, z: (z > 0).astype(float),
    },
)

# Where to start


def _layer_sizes() -> list[Case]:
    return [case(400, 100), case(100, 400), case(50, 50), case(1, 9), case(784, 30)]


INITIAL_SPREADS = Exercise(
    name="initial-spreads",
    page="deep/initialisation",
    level="easy",
    signatures=("initial_spreads(n_in, n_out)",),
    cases=_layer_sizes,
    expected=lambda n_in, n_out: [
        math.exp(-math.log(n_in) / 2),
        math.exp((math.log(2) - math.log(n_in + n_out)) / 2),
        math.exp((math.log(2) - math.log(n_in)) / 2),
    ],
    returns=("LeCun", "Xavier", "He"),
    mistakes={
        "variances": lambda n_in, n_out: (1 / n_in, 2 / (n_in + n_out), 2 / n_in),
        "sizes_swapped": lambda n_in, n_out: (n_out**-0.5, (2 / (n_in + n_out)) ** 0.5, (2 / n_out) ** 0.5),
        "xavier_without_two": lambda n_in, n_out: (n_in**-0.5, (n_in + n_out) ** -0.5, (2 / n_in) ** 0.5),
        "he_without_two": lambda n_in, n_out: (n_in**-0.5, (2 / (n_in + n_out)) ** 0.5, n_in**-0.5),
        "upside_down": lambda n_in, n_out: (n_in**0.5, ((n_in + n_out) / 2) ** 0.5, (n_in / 2) ** 0.5),
        "box": lambda n_in, n_out: ((3 / n_in) ** 0.5, (6 / (n_in + n_out)) ** 0.5, (6 / n_in) ** 0.5),
        "two_outside": lambda n_in, n_out: (n_in**-0.5, 2 / (n_in + n_out) ** 0.5, 2 / n_in**0.5),
    },
    extra={"imports": ""},
)

# By hand: standardised with what the training samples say


def _tables() -> list[Case]:
    rng = draws(52)
    found = []
    for n, m, held in ((1, 5, 2), (3, 4, 3), (3, 3, 3), (2, 6, 1)):
        scale, shift = rng.uniform(1, 50, size=(n, 1)), rng.normal(size=(n, 1)) * 20
        found.append(
            case(rng.normal(size=(n, m)) * scale + shift, rng.normal(size=(n, held)) * scale + shift)
        )
    return found


def _one_by_one(train: Any, test: Any) -> list[Any]:
    found = [np.empty(train.shape), np.empty(test.shape)]
    for j, row in enumerate(train):
        mean = math.fsum(row) / len(row)
        deviation = math.sqrt(math.fsum((value - mean) ** 2 for value in row) / len(row))
        for new, table in zip(found, (train, test), strict=True):
            new[j] = [(value - mean) / deviation for value in table[j]]
    return found


def _scaled(table: Any, by: Any, axis: int | None = 1, ddof: int = 0, power: int = 1) -> Any:
    mean, deviation = by.mean(axis=axis, keepdims=True), by.std(axis=axis, keepdims=True, ddof=ddof)
    return (table - mean) / deviation**power


STANDARDISE = Exercise(
    name="standardise",
    page="deep/by-hand",
    level="medium",
    signatures=("standardise(train, test)",),
    cases=_tables,
    expected=_one_by_one,
    returns=("train", "test"),
    mistakes={
        "own_numbers": lambda train, test: (_scaled(train, train), _scaled(test, test)),
        "together": lambda train, test: tuple(_scaled(t, np.hstack([train, test])) for t in (train, test)),
        "test_left": lambda train, test: (_scaled(train, train), test),
        "variance": lambda train, test: tuple(_scaled(t, train, power=2) for t in (train, test)),
        "not_shifted": lambda train, test: tuple(t / train.std(axis=1, keepdims=True) for t in (train, test)),
        "not_scaled": lambda train, test: tuple(t - train.mean(axis=1, keepdims=True) for t in (train, test)),
        "all_features": lambda train, test: tuple(_scaled(t, train, axis=None) for t in (train, test)),
        "one_less": lambda train, test: tuple(_scaled(t, train, ddof=1) for t in (train, test)),
    },
)

# Vanishing: clipping


def _gradients() -> list[Case]:
    rng = draws(53)
    return [
        case([np.array([[30.0, -40.0]])], 5.0),
        case([rng.normal(size=(2, 3)) * 9, rng.normal(size=(2, 1)) * 9], 1.0),
        case([rng.normal(size=(2, 3)) * 0.01, rng.normal(size=(2, 1)) * 0.01], 1.0, tags="short"),
        case([np.array([[3.0]]), np.array([[4.0]]), np.array([[12.0]])], 6.5),
        case([np.zeros((2, 2))], 1.0, tags="short"),
    ]


def _clipped(gradients: Arrays, limit: float) -> Arrays:
    norm = math.sqrt(math.fsum(float(entry) ** 2 for g in gradients for entry in g.flat))
    return [g if norm <= limit else g * (limit / norm) for g in gradients]


def _by(gradients: Arrays, factor: float) -> Arrays:
    return [g * factor for g in gradients]


def _norm(gradients: Arrays) -> float:
    return math.sqrt(sum((g**2).sum() for g in gradients))


CLIP = Exercise(
    name="clip-by-norm",
    page="deep/vanishing",
    level="medium",
    signatures=("clip_by_norm(gradients, limit)",),
    cases=_gradients,
    expected=_clipped,
    mistakes={
        "by_value": lambda gradients, limit: [np.clip(g, -limit, limit) for g in gradients],
        "each_array": lambda gradients, limit: [_clipped([g], limit)[0] for g in gradients],
        "made_long": lambda gradients, limit: _by(gradients, limit / (_norm(gradients) or 1.0)),
        "sum_of_sizes": lambda gradients, limit: _by(
            gradients, min(1.0, limit / max(sum(np.abs(g).sum() for g in gradients), 1e-300))
        ),
        "no_root": lambda gradients, limit: _by(
            gradients, min(1.0, limit / max(_norm(gradients) ** 2, 1e-300))
        ),
        "to_one": lambda gradients, limit: _by(
            gradients, 1 / _norm(gradients) if _norm(gradients) > limit else 1.0
        ),
        "not_clipped": lambda gradients, limit: gradients,
        "thrown_away": lambda gradients, limit: _by(gradients, float(_norm(gradients) <= limit)),
    },
)

# Regularisation


def _places() -> list[Case]:
    return [
        case(np.array([-2.0, -0.3, 0.25, 0.5, 1.5]), 0.5),
        case(np.array([[0.0, 3.0], [-3.0, 0.1]]), 1.0),
        case(np.array([5.0, -7.0]), 0.2),
        case(np.array([0.3, -0.2]), 0.0),
    ]


def _soft(place: Any, limit: float) -> Any:
    """Search the lowest place of (w − place)²/2 + limit·|w| among the three that it can be."""
    found = np.empty(place.shape)
    for index in np.ndindex(place.shape):
        here = float(place[index])
        candidates = (0.0, here - limit, here + limit)
        found[index] = min(candidates, key=lambda w: (w - here) ** 2 / 2 + limit * abs(w))
    return found


SOFT_THRESHOLD = Exercise(
    name="soft-threshold",
    page="deep/regularisation",
    level="medium",
    signatures=("soft_threshold(w, t)",),
    cases=_places,
    expected=_soft,
    mistakes={
        "overshoots": lambda w, t: w - t * np.sign(w),
        "hard": lambda w, t: np.where(np.abs(w) > t, w, 0.0),
        "positive_only": lambda w, t: np.maximum(w - t, 0.0),
        "lost_sign": lambda w, t: np.maximum(np.abs(w) - t, 0.0),
        "away": lambda w, t: np.sign(w) * (np.abs(w) + t),
        "shrinks": lambda w, t: w * (1 - t),
        "clips": lambda w, t: np.clip(w, -t, t),
    },
)


def _masks() -> list[Case]:
    rng = draws(55)
    return [
        case(rng.normal(size=s), p, (rng.uniform(size=s) >= p).astype(float))
        for s, p in (((3, 4), 0.5), ((2, 5), 0.2), ((4, 1), 0.75), ((3, 3), 0.1))
    ]


DROPOUT = Exercise(
    name="dropout",
    page="deep/regularisation",
    level="medium",
    signatures=("dropout(a, p, mask)",),
    cases=_masks,
    expected=lambda a, p, mask: np.array(
        [
            [u / (1 - p) if keep else 0.0 for u, keep in zip(*row, strict=True)]
            for row in zip(a, mask, strict=True)
        ]
    ),
    mistakes={
        "not_divided": lambda a, p, mask: a * mask,
        "divided_by_p": lambda a, p, mask: a * mask / p,
        "multiplied": lambda a, p, mask: a * mask * (1 - p),
        "opposite": lambda a, p, mask: a * (1 - mask) / (1 - p),
        "nothing_dropped": lambda a, p, mask: a / (1 - p),
        "by_what_is_left": lambda a, p, mask: a * mask / mask.mean(),
        "subtracted": lambda a, p, mask: a - (1 - mask) / (1 - p),
    },
)

# What depth is good for: the tent, folded


def _folds() -> list[Case]:
    x = np.linspace(0, 1, 11)
    return [case(x, 1), case(x, 2), case(x, 3), case(np.array([0.3, 0.9]), 5)]


def _tent(x: Any, inner: float = 4.0) -> Any:
    return 2 * np.maximum(x, 0) - inner * np.maximum(x - 0.5, 0)


def _repeated(x: Any, times: int, inner: float = 4.0) -> Any:
    for _ in range(times):
        x = _tent(x, inner)
    return x


def _zigzag(x: Any, layers: int) -> Any:
    """Return how far 2^layers times x is from the nearest even number."""
    stretched = x * 2.0**layers
    return np.abs(stretched - 2 * np.round(stretched / 2))


TENTS = Exercise(
    name="tents",
    page="deep/depth",
    level="hard",
    signatures=("tents(x, layers)",),
    cases=_folds,
    expected=_zigzag,
    mistakes={
        "only_once": lambda x, layers: _tent(x),
        "one_too_many": lambda x, layers: _repeated(x, layers + 1),
        "one_too_few": lambda x, layers: _repeated(x, layers - 1),
        "no_fold": lambda x, layers: x * 2.0**layers,
        "flat_top": lambda x, layers: _repeated(x, layers, 2.0),
        "added": lambda x, layers: layers * _tent(x),
        "half_as_high": lambda x, layers: _zigzag(x, layers) / 2,
    },
)

# The checklist


def _shares() -> list[Case]:
    return [case(0.05), case(0.5), case(0.3), case(0.99)]


RESTING_COST = Exercise(
    name="resting-cost",
    page="deep/checklist",
    level="medium",
    signatures=("resting_cost(p)",),
    cases=_shares,
    expected=lambda p: math.log(1 / p) * p + math.log1p(p / (1 - p)) * (1 - p),
    mistakes={
        "one_term": lambda p: -p * math.log(p),
        "sign": lambda p: p * math.log(p) + (1 - p) * math.log(1 - p),
        "base_two": lambda p: -p * math.log2(p) - (1 - p) * math.log2(1 - p),
        "base_ten": lambda p: -p * math.log10(p) - (1 - p) * math.log10(1 - p),
        "one_half": lambda p: math.log(2),
        "swapped": lambda p: -(1 - p) * math.log(p) - p * math.log(1 - p),
        "quadratic": lambda p: p * (1 - p) / 2,
        "not_weighted": lambda p: -math.log(p) - math.log(1 - p),
    },
    extra={"imports": ""},
)

EXERCISES = (
    *(LAYER, RELU_BACKWARD, INITIAL_SPREADS, STANDARDISE, CLIP, MINI_BATCHES, ADAM_STEP),
    *(SOFT_THRESHOLD, DROPOUT, TENTS, RESTING_COST),
)
