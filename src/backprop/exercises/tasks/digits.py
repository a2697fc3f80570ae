"""The project of Part IV: a deep network of one's own that reads digits."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Project, case, forms
from backprop.exercises.tasks.oracles import draws, has_drawn, slope

Arrays = list[Any]


PROJECT = Project("digits", "deep/checklist")


# The start: what is asked of it is shapes and spreads


def _spreads(names: SimpleNamespace, sizes: list[int], seed: int) -> list[Any]:
    """Return the shapes, each layer's spread around 0 in units of He's, rounded to halves, and two checks."""
    weights, biases = names.init(sizes, np.random.default_rng(seed))
    again, other = (names.init(sizes, np.random.default_rng(s))[0] for s in (seed, seed + 1000))
    drawn = _numbers(weights) == _numbers(again) != _numbers(other)
    spread = [np.sqrt(np.mean(np.square(w)) * np.shape(w)[-1] / 2) for w in weights]
    return [
        [[float(n) for n in np.shape(w)] for w in weights],
        [[float(n) for n in np.shape(b)] for b in biases],
        [round(2 * float(s)) / 2 for s in spread],
        [float(np.abs(b).max()) for b in biases],
        float(any(np.array_equal(v, w) for v, w in pairwise(weights) if v.shape == w.shape)),
        float(drawn),
    ]


def _numbers(weights: Any) -> list[Any]:
    return [np.asarray(w).tolist() for w in weights]


def _right_spreads(sizes: list[int], seed: int) -> list[Any]:
    pairs = list(pairwise(sizes))
    return [[[float(n), float(k)] for k, n in pairs], [[float(n), 1.0] for _, n in pairs], [1.0] * len(pairs),
            [0.0] * len(pairs), 0.0, 1.0]  # fmt: skip


def _start(kind: str) -> SimpleNamespace:
    def init(sizes: list[int], rng: Any) -> Any:
        weights = []
        for k, n in pairwise(sizes):
            shape = (k, n) if kind == "turned" else (n, k)
            factor = {"variance": 2 / k, "no_root": 2 / k, "plain": 1.0, "zeros": 0.0}.get(
                kind, (2 / k) ** 0.5
            )
            factor = (2 / n) ** 0.5 * 1.0 if kind == "by_outputs" else factor
            weights.append(rng.normal(size=shape) * factor)
        if kind == "own_generator":
            weights = [
                np.random.default_rng().normal(size=w.shape) * (2 / w.shape[1]) ** 0.5 for w in weights
            ]
        if kind == "same":
            weights = [
                np.random.default_rng(0).normal(size=w.shape) * (2 / w.shape[1]) ** 0.5 for w in weights
            ]
        biases = [np.zeros(n) if kind == "flat_biases" else np.zeros((n, 1)) for n in sizes[1:]]
        biases = [rng.normal(size=b.shape) * 1 for b in biases] if kind == "drawn_biases" else biases
        return weights, biases

    return SimpleNamespace(init=init)


INIT = PROJECT.milestone(
    "digits-init",
    "init(sizes, rng)",
    lambda: [case([400, 100, 100, 100, 50], 1), case([64, 256, 256, 64], 2)],
    _right_spreads,
    {
        name: _start(name)
        for name in (
            "turned",
            "variance",
            "plain",
            "zeros",
            "by_outputs",
            "same",
            "flat_biases",
            "own_generator",
        )
    },
    use=_spreads,
    parameters=("sizes", "rng"),
    returns=(
        "the shapes of the weights",
        "the shapes of the biases",
        "the spreads",
        "the biases",
        "copies",
        "the generator",
    ),
    extra={"example": "none"},
)

# Forward and back: ReLU in the hidden layers, a softmax at the end


def _weighted(weights: Arrays, biases: Arrays, x: Any) -> Arrays:
    """Return the weighted inputs of all layers, of complex numbers too."""
    zs, a = [], x
    for w, b in zip(weights, biases, strict=True):
        zs.append(w @ a + b)
        a = zs[-1] * (np.real(zs[-1]) > 0)
    return zs


def _softmax(z: Any) -> Any:
    e = np.exp(z - np.real(z).max(axis=0))
    return e / e.sum(axis=0)


def _networks() -> list[Case]:
    rng = draws(70)
    found = []
    for sizes, m in (((2, 3, 3), 1), ((3, 3, 3, 3), 3), ((4, 5, 3, 2), 6), ((2, 3), 4)):
        weights = [rng.normal(size=(n, k)) for k, n in pairwise(sizes)]
        biases = [rng.normal(size=(n, 1)) for n in sizes[1:]]
        y = np.eye(sizes[-1])[rng.integers(0, sizes[-1], size=m)].T
        found.append(case(weights, biases, rng.normal(size=(sizes[0], m)), y))
    return found


def _forward_only() -> list[Case]:
    return [Case(one.arguments[:3]) for one in _networks()]


def _activations(weights: Arrays, biases: Arrays, x: Any, kind: str = "") -> Arrays:
    found = [x]
    for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
        z = w @ found[-1] + (0 if kind == "no_bias" else b)
        last = k == len(weights) - 1
        squash = np.maximum(z, 0) if kind != "no_relu" else z
        end = {"relu_at_the_end": np.maximum(z, 0), "no_softmax": z, "rows": _softmax(z.T).T}.get(
            kind, _softmax(z)
        )
        found.append(end if last else squash)
    return found[1:] if kind == "without_inputs" else found


FORWARD = PROJECT.milestone(
    "digits-forward",
    "forward(weights, biases, x)",
    _forward_only,
    lambda weights, biases, x: [
        x,
        *(np.where(z > 0, z, 0.0) for z in _weighted(weights, biases, x)[:-1]),
        _softmax(_weighted(weights, biases, x)[-1]),
    ],
    forms(
        _activations,
        ("no_bias", "no_relu", "relu_at_the_end", "no_softmax", "rows", "without_inputs"),
    ),
)


def _price(weights: Arrays, biases: Arrays, x: Any, y: Any) -> Any:
    z = _weighted(weights, biases, x)[-1]
    shifted = z - np.real(z).max(axis=0)
    return -(y * (shifted - np.log(np.exp(shifted).sum(axis=0)))).sum() / x.shape[1]


def _measured(weights: Arrays, biases: Arrays, x: Any, y: Any) -> list[Arrays]:
    def along(arrays: Arrays, k: int, biased: bool) -> Any:
        def f(value: Any) -> Any:
            new = [*arrays[:k], value, *arrays[k + 1 :]]
            return _price(weights, new, x, y) if biased else _price(new, biases, x, y)

        return slope(f, arrays[k])

    layers = range(len(weights))
    return [[along(biases, k, True) for k in layers], [along(weights, k, False) for k in layers]]


def _walk(weights: Arrays, biases: Arrays, x: Any, y: Any, kind: str) -> tuple[Arrays, Arrays]:
    a, zs = _activations(weights, biases, x), _weighted(weights, biases, x)
    delta = (a[-1] - y) / (1 if kind == "sum" else x.shape[1]) * (-1 if kind == "sign" else 1)
    delta = delta * a[-1] * (1 - a[-1]) if kind == "slope_at_the_end" else delta
    nabla_b: Arrays = []
    nabla_w: Arrays = []
    for k in range(len(weights) - 1, -1, -1):
        nabla_b.insert(0, delta.sum(axis=1) if kind == "lost_axis" else delta.sum(axis=1, keepdims=True))
        before = zs[k - 1] if kind == "z_below" and k else a[k]
        nabla_w.insert(0, delta @ before.T)
        if k:
            gate = delta if kind == "gate_of_delta" else zs[k - 1]
            delta = weights[k].T @ delta
            open_ = (delta > 0) if kind == "gate_of_delta" else gate > 0
            delta = (
                delta
                if kind == "no_gate"
                else delta * np.maximum(gate, 0)
                if kind == "value"
                else delta * open_
            )
    return (nabla_b[::-1], nabla_w[::-1]) if kind == "layers_reversed" else (nabla_b, nabla_w)


GRADIENT = PROJECT.milestone(
    "digits-gradient",
    "gradient(weights, biases, x, y)",
    _networks,
    _measured,
    forms(
        _walk,
        (
            "no_gate",
            "gate_of_delta",
            "value",
            "slope_at_the_end",
            "sum",
            "sign",
            "lost_axis",
            "z_below",
            "layers_reversed",
        ),
    ),
    returns=("nabla_b", "nabla_w"),
)

# It reads: what comes out is one of a few verdicts, each of which has its sentence

READS, NOT_FINITE, ONE_CLASS, GUESSES, HALF, NEARLY, OWN_GENERATOR = 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0
ENOUGH = 0.95


def _images() -> tuple[Any, Any]:
    from backprop import datasets

    return datasets.digits()


def trained(names: SimpleNamespace, seed: int) -> float:
    """Train on three quarters of the digits, and judge by the rest."""
    x, y = _images()
    order = np.random.default_rng(seed).permutation(x.shape[1])
    train, test = order[450:], order[:450]
    rng = np.random.default_rng(seed)
    weights, biases = names.train(x[:, train].copy(), y[:, train].copy(), rng)
    with np.errstate(all="ignore"):
        output = _weighted(weights, biases, x[:, test])[-1]
    if not np.isfinite(output).all():
        return NOT_FINITE
    said = output.argmax(axis=0)
    accuracy = float((said == y[:, test].argmax(axis=0)).mean())
    if accuracy >= ENOUGH:
        return READS if has_drawn(rng, seed) else OWN_GENERATOR
    if len(set(said.tolist())) == 1:
        return ONE_CLASS
    return GUESSES if accuracy < 0.3 else HALF if accuracy < 0.85 else NEARLY


def _random_features(x: Any, y: Any) -> Any:
    """Return a network that reads the digits well: its last layer solves a problem of least squares."""
    rng = draws(83)
    first, bias = rng.normal(size=(400, len(x))), rng.normal(size=(400, 1))
    a = np.maximum(first @ x + bias, 0)
    last = np.linalg.solve(a @ a.T + 10 * np.eye(len(a)), a @ y.T).T
    return [first, last], [bias, np.zeros((len(y), 1))]


def _reader_of(kind: str) -> SimpleNamespace:
    """Return networks that behave as a kind of mistake does: straight from pixels to the mean images."""

    def train(x: Any, y: Any, rng: Any) -> Any:
        if kind == "own_generator":
            return _random_features(x, y)
        means = (x @ y.T / y.sum(axis=1)).T
        bias = -0.5 * (means**2).sum(axis=1, keepdims=True)
        if kind == "not_finite":
            return [means * np.inf], [bias]
        if kind == "one_class":
            return [0 * means], [np.eye(10)[:, :1]]
        if kind == "guesses":
            return [np.roll(means, 3, axis=0)], [np.roll(bias, 3, axis=0)]
        if kind == "half":
            return [means * (np.arange(10)[:, None] < 6)], [bias - 100 * (np.arange(10)[:, None] >= 6)]
        return [means], [bias]

    return SimpleNamespace(train=train)


READERS = {
    kind: _reader_of(kind)
    for kind in ("not_finite", "one_class", "guesses", "half", "nearly", "own_generator")
}

READER = PROJECT.training("digits-reads", (1, 2), trained, READERS, seconds=180.0)

EXERCISES = (INIT, FORWARD, GRADIENT, READER)
