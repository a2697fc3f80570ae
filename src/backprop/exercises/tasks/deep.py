"""Part IV: deep networks that train."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, Named, case
from backprop.exercises.tasks.oracles import draws, sigma, sigma_slope, slope

Arrays = list[Any]

# L layers: a class whose three layers are run forward and back

TANH = Named("tanh", np.tanh), Named("tanh_prime", lambda z: 1 - np.tanh(z) ** 2)
SIGMOID = Named("sigmoid", sigma), Named("sigmoid_prime", sigma_slope)
FUNCTIONS = (TANH, SIGMOID, SIGMOID)


def _three_layers() -> list[Case]:
    rng = draws(50)
    found = []
    for sizes, m in (((2, 3, 2, 1), 1), ((3, 3, 3, 3), 3), ((2, 4, 3, 2), 5)):
        weights = [rng.normal(size=(n, k)) for k, n in pairwise(sizes)]
        biases = [rng.normal(size=(n, 1)) for n in sizes[1:]]
        found.append(case(weights, biases, rng.normal(size=(sizes[0], m)), rng.normal(size=(sizes[-1], m))))
    return found


def _run_layers(names: SimpleNamespace, weights: Arrays, biases: Arrays, x: Any, grad: Any) -> list[Any]:
    layers = [names.Layer(w, b, *g) for w, b, g in zip(weights, biases, FUNCTIONS, strict=True)]
    a = x
    for layer in layers:
        a = layer.forward(a)
    for layer in reversed(layers):
        grad = layer.backward(grad)
    return [a, grad, [layer.dW for layer in layers], [layer.db for layer in layers]]


def _measure_layers(weights: Arrays, biases: Arrays, x: Any, grad: Any) -> list[Any]:
    def out(weights: Arrays, biases: Arrays, x: Any) -> Any:
        a = x
        for w, b, (g, _) in zip(weights, biases, FUNCTIONS, strict=True):
            a = g(w @ a + b)
        return a

    def along(arrays: Arrays, k: int, of_weights: bool) -> Any:
        def f(value: Any) -> Any:
            new = [*arrays[:k], value, *arrays[k + 1 :]]
            return (grad * (out(new, biases, x) if of_weights else out(weights, new, x))).sum()

        return slope(f, arrays[k])

    back = slope(lambda x: (grad * out(weights, biases, x)).sum(), x)
    layers = range(3)
    return [
        out(weights, biases, x),
        back,
        [along(weights, k, True) for k in layers],
        [along(biases, k, False) for k in layers],
    ]


def _layer(kind: str) -> SimpleNamespace:
    class Layer:
        def __init__(self, w: Any, b: Any, g: Any, g_prime: Any) -> None:
            self.w, self.b, self.g, self.g_prime = w, b, g, g_prime

        def forward(self, a: Any) -> Any:
            self.z = self.w @ a + self.b
            self.a = a
            return self.g(self.z)

        def backward(self, grad: Any) -> Any:
            dz = grad * self.g_prime(self.g(self.z) if kind == "slope_of_activation" else self.z)
            dz = grad if kind == "no_slope" else dz
            self.dW = (dz / dz.shape[1] if kind == "divided" else dz) @ self.a.T
            self.dW = self.a @ dz.T if kind == "turned" else self.dW
            self.db = dz.sum(axis=1) if kind == "lost_axis" else dz.sum(axis=1, keepdims=True)
            self.db = dz.mean(axis=1, keepdims=True) if kind == "bias_mean" else self.db
            return (self.w if kind == "not_transposed" else self.w.T) @ (grad if kind == "raw" else dz)

    return SimpleNamespace(Layer=Layer)


LAYER = Exercise(
    name="layer",
    page="deep/l-layers",
    level="hard",
    signatures=("Layer(W, b, g, g_prime)",),
    cases=_three_layers,
    expected=_measure_layers,
    mistakes={
        name: _layer(name)
        for name in (
            *("slope_of_activation", "no_slope", "divided", "turned", "lost_axis", "bias_mean"),
            *("not_transposed", "raw"),
        )
    },
    use=_run_layers,
    parameters=("weights", "biases", "x", "dA"),
    returns=("the output", "dA", "dW", "db"),
    starter="""class Layer:
    def __init__(self, W, b, g, g_prime):
        self.W, self.b, self.g, self.g_prime = W, b, g, g_prime

    def forward(self, A):
        raise NotImplementedError  # {here}

    def backward(self, dA):
        raise NotImplementedError""",
    extra={"example": "none"},
)

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
            *(
                "not_shuffled",
                "pairs_broken",
                "rest_dropped",
                "repeated",
                "one_batch",
                "first_only",
                "number",
                "own_generator",
                "only_batches_shuffled",
                "samples_as_rows",
                "no_batch",
            ),
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
    mistakes={
        name: lambda w, g, m, v, t, eta, name=name: _adam(w, g, m, v, t, eta, name)
        for name in (
            *("not_corrected", "first_not_corrected", "second_not_corrected", "corrected_kept", "no_root"),
            *("no_square", "no_share", "betas_swapped", "counts_from_zero", "uphill"),
            *("no_epsilon", "epsilon_inside"),
        )
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
