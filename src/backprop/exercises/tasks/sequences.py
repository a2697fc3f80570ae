"""The project of Part VI: layers of one's own that read a sequence, the last milestones."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, Named, case
from backprop.exercises.tasks.oracles import draws, has_drawn, slope, slopes
from backprop.exercises.tasks.sequence_layers import LAYER, LAYERS, PROJECT, starter

# A bypass round layers in a row


class Bent:
    """A layer of ours that a bypass is laid round: the tangent of a product, which notes its gradient."""

    def __init__(self, w: Any) -> None:
        self.w = w

    def forward(self, x: Any) -> Any:
        """Return the tangent of w x."""
        self.x = x
        self.a = np.tanh(np.tensordot(self.w, x, 1))
        return self.a

    def backward(self, delta: Any) -> Any:
        """Return what goes back to x, and note the gradient."""
        error = delta * (1 - self.a**2)
        self.nabla_w = np.tensordot(error, self.x, ((1, 2), (1, 2)))
        return np.tensordot(self.w.T, error, 1)


def _layers(*weights: Any) -> Named:
    """Return a maker of layers that are new each time: what they note is looked at afterwards."""
    count = "one layer" if len(weights) == 1 else f"{len(weights)} layers"
    return Named(count, lambda: [Bent(w) for w in weights])


def _rows() -> list[Case]:
    rng = draws(104)
    found = []
    for n, t, m, count in ((2, 3, 2, 1), (3, 1, 1, 2), (3, 2, 3, 3)):
        made = _layers(*rng.normal(0, 0.8, size=(count, n, n)))
        found.append(case(made, *rng.normal(size=(2, n, t, m))))
    return found


def _around_use(names: SimpleNamespace, make: Any, x: Any, delta: Any) -> list[Any]:
    layers = make()
    around = names.Around(layers)
    a, onward = around.forward(x), around.backward(delta)
    return [a, onward, [layer.nabla_w for layer in layers]]


def _around_measured(make: Any, x: Any, delta: Any) -> list[Any]:
    weights = [layer.w for layer in make()]

    def passed(x: Any, *weights: Any) -> Any:
        inside = x
        for w in weights:
            inside = np.tanh(np.tensordot(w, inside, 1))
        return x + inside

    of_x, *of_weights = slopes(lambda *given: (delta * passed(*given)).sum(), x, *weights)
    return [passed(x, *weights), of_x, of_weights]


def _around_that(kind: str) -> SimpleNamespace:
    class Around:
        def __init__(self, layers: Any) -> None:
            self.layers = layers

        def forward(self, x: Any) -> Any:
            inside = x
            for layer in self.layers:
                inside = layer.forward(inside)
                if kind == "round_each":
                    inside = inside + x
            return inside if kind in ("no_road", "round_each") else x + inside

        def backward(self, delta: Any) -> Any:
            inside = delta
            for layer in self.layers if kind == "same_order" else self.layers[::-1]:
                inside = layer.backward(delta if kind == "own_delta" else inside)
            if kind in ("no_road", "road_forgotten"):
                return inside
            return {"road_only": delta, "product": delta * inside}.get(kind, delta + inside)

    return SimpleNamespace(Around=Around)


AROUND = PROJECT.milestone(
    "sequence-around",
    "Around(layers)",
    _rows,
    _around_measured,
    {
        kind: _around_that(kind)
        for kind in (
            *("no_road", "road_forgotten", "road_only", "product"),
            *("round_each", "same_order", "own_delta"),
        )
    },
    use=_around_use,
    parameters=("layers", "x", "delta"),
    returns=(*LAYER, "the gradients of the layers inside"),
    starter=starter("Around", "layers"),
)

# The cost of all places


def _cost(z: Any, answers: Any) -> Any:
    shifted = z - np.real(z).max(axis=0)
    logarithms = shifted - np.log(np.exp(shifted).sum(axis=0))
    chosen = np.moveaxis(np.eye(len(z))[answers], -1, 0)
    return -(chosen * logarithms).sum() / answers.size


def _answers() -> list[Case]:
    rng = draws(105)
    found = []
    for count, t, m in ((3, 2, 1), (2, 4, 3), (4, 1, 5)):
        found.append(case(rng.normal(size=(count, t, m)), rng.integers(count, size=(t, m))))
    large = 900 * np.eye(3)[:, :, None] + np.zeros((3, 3, 2))
    return [*found, case(large, np.array([[0, 1], [1, 1], [2, 0]]), tags="large")]


def _cost_that(z: Any, answers: Any, kind: str) -> list[Any]:
    shifted = z - z.max(axis=0)
    e = np.exp(shifted)
    p = e / e.sum(axis=0, keepdims=True)
    if kind == "other_axis":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
    chosen = np.moveaxis(np.eye(len(z))[answers], -1, 0)
    count = {"sum": 1, "samples_only": answers.shape[1], "all_entries": z.size}.get(kind, answers.size)
    with np.errstate(divide="ignore"):
        cost = -np.where(chosen == 1, np.log(p), 0.0).sum() / count
    if kind == "sign":
        return [cost, (chosen - p) / count]
    if kind == "slope_too":
        return [cost, (p - chosen) * p * (1 - p) / count]
    return [cost, (p - chosen) / (1 if kind == "error_not_divided" else count)]


COST = PROJECT.milestone(
    "sequence-cost",
    "cost_and_error(z, answers)",
    _answers,
    lambda z, answers: [float(_cost(z, answers)), slope(lambda z: _cost(z, answers), z)],
    {
        kind: (lambda z, answers, kind=kind: _cost_that(z, answers, kind))
        for kind in (
            *("sum", "samples_only", "all_entries", "other_axis"),
            *("sign", "slope_too", "error_not_divided"),
        )
    },
    returns=("the cost", "the error"),
)

# It reads: what comes out is one of a few verdicts, each of which has its sentence

READS, NOT_FINITE, GUESSES, NO_PLACES, NEARLY, OWN_GENERATOR, NO_SCORES = (float(code) for code in range(7))
COUNT, LENGTH = 6, 5
ENOUGH = 0.95


def _sequences(m: int, seed: int) -> Any:
    return draws(seed).integers(COUNT, size=(LENGTH, m))


def _trained(names: SimpleNamespace, seed: int) -> float:
    """Train on sequences that are to be written backwards, and judge by new ones."""
    x, rng = _sequences(400, 110 + seed), np.random.default_rng(seed)
    forward = names.train(x.copy(), x[::-1].copy(), rng)
    new = _sequences(200, 210 + seed)
    z = np.asarray(forward(new.copy()))
    if z.shape != (COUNT, LENGTH, new.shape[1]):
        return NO_SCORES
    if not np.isfinite(z).all():
        return NOT_FINITE
    right = z.argmax(axis=0) == new[::-1]
    share = float(right.mean())
    if share >= ENOUGH:
        return READS if has_drawn(rng, seed) else OWN_GENERATOR
    order = [2, 0, 4, 1, 3]  # who does not know of places answers in another order, and nothing else changes
    moved = np.asarray(forward(new[order].copy()))
    if moved.shape == z.shape and np.allclose(moved, z[:, order]):
        return NO_PLACES
    return GUESSES if share < 0.3 else NEARLY


def _reader_that(kind: str) -> SimpleNamespace:
    """Return networks that behave as a kind of mistake does."""

    def scores(answers: Any) -> Any:
        return np.moveaxis(np.eye(COUNT)[answers], -1, 0)

    def most_frequent(x: Any) -> Any:
        counts = np.array([(x == word).sum(axis=0) for word in range(COUNT)])
        return np.tile(counts.argmax(axis=0), (LENGTH, 1))

    def train(x: Any, y: Any, rng: Any) -> Any:
        answers: dict[str, Callable[[Any], Any]] = {
            "not_finite": lambda x: scores(x) * np.nan,
            "guesses": lambda x: scores((x[::-1] + 1) % COUNT),
            "no_places": lambda x: scores(most_frequent(x)),
            "nearly": lambda x: scores(np.where(np.arange(LENGTH)[:, None] < 2, x, x[::-1])),
            "own_generator": lambda x: scores(x[::-1]),
            "no_scores": lambda x: x[::-1],
        }
        return answers[kind]

    return SimpleNamespace(train=train)


READER = PROJECT.training(
    "sequence-reads",
    (1,),
    _trained,
    {
        kind: _reader_that(kind)
        for kind in ("not_finite", "guesses", "no_places", "nearly", "own_generator", "no_scores")
    },
    seconds=120.0,
)

EXERCISES: tuple[Exercise, ...] = (*LAYERS, AROUND, COST, READER)
