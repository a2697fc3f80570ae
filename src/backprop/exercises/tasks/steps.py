"""Part IV: steps. Samples dealt into mini-batches, and a step of Adam."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, case, forms
from backprop.exercises.tasks.oracles import draws

# Mini-batches: what is right is a property, not a number


def _deals() -> list[Case]:
    found = []
    for m, size in ((12, 3), (10, 4), (7, 7), (9, 2)):
        x = np.arange(2.0 * m).reshape(2, m)
        rng = np.random.default_rng(m)
        found.append(case(x, x[:1] * 10, size, rng, tags="uneven" if m % size else "even"))
    return found


QUESTIONS = ("the sizes", "pairs", "each sample once", "the order", "the generator")
IN_ORDER, SHUFFLED, ONLY_BATCHES = 0.0, 1.0, 2.0
ROWS = -1.0  # in the place of a size: samples are rows


def _dealt(names: SimpleNamespace, x: Any, y: Any, size: int, rng: Any) -> Any:
    """Ask of the batches: sizes, pairs, how often each sample comes, the order, if that comes from rng.

    What the batches are compared with was copied before, because a reader may shuffle in place.
    """
    kept, labels, again = x.copy(), y.copy(), copy.deepcopy(rng)
    given = names.mini_batches(x, y, size, rng)
    if given is None:
        return None
    pairs = _pairs(given)
    found = _answers(pairs, kept)
    same = names.mini_batches(kept.copy(), labels.copy(), size, again)
    other = names.mini_batches(kept.copy(), labels.copy(), size, np.random.default_rng(12345))
    follows = _inputs_of(same) == _inputs_of(pairs) != _inputs_of(other)
    return [*found, float(follows)]


def _pairs(batches: Any) -> list[tuple[Any, Any]]:
    return [(np.asarray(a), np.asarray(b)) for a, b in batches] if isinstance(batches, Iterable) else []


def _inputs_of(batches: Any) -> list[Any]:
    return [a.tolist() for a, _ in _pairs(batches)]


def _answers(pairs: list[tuple[Any, Any]], x: Any) -> list[Any]:
    """Answer all questions but the last; of batches in another form than columns, what can be answered."""
    rows, m = x.shape
    as_columns = [(a, b) for a, b in pairs if a.ndim == b.ndim == 2 and (len(a), len(b)) == (rows, 1)]
    as_rows = [a.ndim == b.ndim == 2 and a.shape[1] == rows and b.shape == (len(a), 1) for a, b in pairs]
    if pairs and all(as_rows) and len(as_columns) < len(pairs):
        return [[ROWS], 0.0, [0.0] * m, IN_ORDER]
    columns = np.hstack([np.empty((rows, 0)), *(a for a, _ in as_columns)])
    labels = np.hstack([np.empty((1, 0)), *(b for _, b in as_columns)])
    paired = columns.shape[1] == labels.shape[1] and bool(np.array_equal(columns[:1] * 10, labels))
    times = [float((columns[0] == value).sum()) for value in x[0]]
    in_order = columns.shape == x.shape and np.array_equal(columns, x)
    inside = bool(as_columns) and all((np.diff(a[0]) == 1).all() for a, _ in as_columns)
    order = IN_ORDER if in_order else ONLY_BATCHES if inside else SHUFFLED
    sizes = sorted((float(a.shape[-1]) if a.ndim else 0.0 for a, _ in pairs), reverse=True)
    return [sizes, float(paired), times, order]


def _right_deal(x: Any, y: Any, size: int, rng: Any) -> list[Any]:
    m = x.shape[1]
    sizes = [float(min(size, m - start)) for start in range(0, m, size)]
    return [sizes, 1.0, [1.0] * m, SHUFFLED, 1.0]


def _deal(kind: str) -> Any:
    def mini_batches(x: Any, y: Any, size: int, rng: Any) -> Any:
        m = x.shape[1]
        order = np.arange(m) if kind == "not_shuffled" else rng.permutation(m)
        order = np.random.default_rng().permutation(m) if kind == "own_generator" else order
        order = np.arange(m) if kind == "only_batches_shuffled" else order
        order = np.arange(m)[::-1] if kind == "repeated" else order
        other = np.roll(order, 1) if kind == "pairs_broken" else order
        starts = range(0, m - size + 1 if kind == "rest_dropped" else m, size)
        if kind == "repeated":
            return [(x[:, [0] * len(p)], y[:, [0] * len(p)]) for p in (order[s : s + size] for s in starts)]
        if kind == "one_batch":
            return [(x[:, order], y[:, order])]
        if kind == "first_only":
            return [(x[:, order[:size]], y[:, order[:size]])]
        if kind == "number":
            parts = np.array_split(order, size)
            return [(x[:, p], y[:, p]) for p in parts]
        found = [(x[:, order[s : s + size]], y[:, other[s : s + size]]) for s in starts]
        if kind == "only_batches_shuffled":
            found = [found[k] for k in rng.permutation(len(found))]
        if kind == "samples_as_rows":
            return [(a.T, b.T) for a, b in found]
        return [] if kind == "no_batch" else found

    return mini_batches


MINI_BATCHES = Exercise(
    name="mini-batches",
    page="deep/mini-batches",
    level="medium",
    signatures=("mini_batches(x, y, size, rng)",),
    cases=_deals,
    expected=_right_deal,
    mistakes={
        name: _deal(name)
        for name in (
            *("not_shuffled", "pairs_broken", "rest_dropped", "repeated", "one_batch", "first_only"),
            *("number", "own_generator", "only_batches_shuffled", "samples_as_rows", "no_batch"),
        )
    },
    use=_dealt,
    parameters=("x", "y", "size", "rng"),
    returns=QUESTIONS,
    extra={"example": "none"},
)

# Adam


def _moments() -> list[Case]:
    rng = draws(54)
    zero = np.zeros((2, 2))
    tiny = np.array([[1e-8, -2e-8], [3e-8, 0.0]])  # here epsilon is as large as the root
    found = [
        case(rng.normal(size=(2, 2)), rng.normal(size=(2, 2)), zero, zero, 1, 0.01, tags="first"),
        case(np.array([[0.5, -1.0], [2.0, 0.25]]), tiny, zero, zero, 1, 0.01, tags="first tiny"),
    ]
    for t in (2, 10, 1000):
        w, g, m = (rng.normal(size=(2, 2)) for _ in range(3))
        found.append(case(w, g, m * 0.1, rng.uniform(0.1, 1, size=(2, 2)), t, 0.01))
    return found


def _adam(w: Any, g: Any, m: Any, v: Any, t: int, eta: float, kind: str = "") -> tuple[Any, Any, Any]:
    b1, b2 = (0.999, 0.9) if kind == "betas_swapped" else (0.9, 0.999)
    m = b1 * m + (g if kind == "no_share" else (1 - b1) * g)
    v = b2 * v + (1 - b2) * (g if kind == "no_square" else g**2)
    step = t - 1 if kind == "counts_from_zero" and t > 1 else t
    m_hat = m if kind in ("not_corrected", "first_not_corrected") else m / (1 - b1**step)
    v_hat = v if kind in ("not_corrected", "second_not_corrected") else v / (1 - b2**step)
    root = v_hat if kind == "no_root" else np.sqrt(np.abs(v_hat))
    below = {"no_epsilon": root, "epsilon_inside": np.sqrt(np.abs(v_hat) + 1e-8)}.get(kind, root + 1e-8)
    change = eta * m_hat / below
    kept = (m_hat, v_hat) if kind == "corrected_kept" else (m, v)
    return w + change if kind == "uphill" else w - change, *kept


def _adam_by_hand(w: Any, g: Any, m: Any, v: Any, t: int, eta: float) -> list[Any]:
    """Take the step entry by entry, with Python's own numbers."""
    found = [np.empty(w.shape) for _ in range(3)]
    for place in np.ndindex(w.shape):
        first = 0.9 * float(m[place]) + 0.1 * float(g[place])
        second = 0.999 * float(v[place]) + 0.001 * float(g[place]) ** 2
        length = math.sqrt(second / -math.expm1(t * math.log(0.999))) + 1e-8
        found[0][place] = float(w[place]) - eta * first / -math.expm1(t * math.log(0.9)) / length
        found[1][place], found[2][place] = first, second
    return found


ADAM_STEP = Exercise(
    name="adam-step",
    page="deep/momentum-to-adam",
    level="hard",
    signatures=("adam_step(w, g, m, v, t, eta)",),
    cases=_moments,
    expected=_adam_by_hand,
    returns=("w", "m", "v"),
    mistakes=forms(
        _adam,
        (
            *("not_corrected", "first_not_corrected", "second_not_corrected", "corrected_kept", "no_root"),
            *("no_square", "no_share", "betas_swapped", "counts_from_zero", "uphill"),
            *("no_epsilon", "epsilon_inside"),
        ),
    ),
)
