"""The project of Part VI: layers of one's own for sequences, the first milestones."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, Project, case
from backprop.exercises.tasks.oracles import draws, slope, slopes

PROJECT = Project("sequence", "beyond/attention")
LAYER = ("what forward returns", "what goes back to x")

_STARTER = """class {name}:
    def __init__(self, {parameters}):
        {assigned}

    def forward(self, {x}):
        raise NotImplementedError  # {{here}}

    def backward(self, delta):
        raise NotImplementedError"""


def starter(name: str, parameters: str, x: str = "x") -> str:
    words = parameters.split(", ")
    left = ", ".join(f"self.{word}" for word in words)
    return _STARTER.format(name=name, parameters=parameters, assigned=f"{left} = {parameters}", x=x)


def _walked(name: str, gradients: Sequence[str]) -> Callable[..., list[Any]]:
    """Return how a class of the reader's is used: built, asked forward and back twice, and looked at.

    The first time, other numbers arrive: gradients that are added up over calls are noticed.
    """

    def use(names: SimpleNamespace, *given: Any) -> list[Any]:
        *parameters, x, delta = given
        layer = getattr(names, name)(*parameters)
        layer.forward(x)
        layer.backward(0.5 * delta + 1)
        found = [layer.forward(x), layer.backward(delta)]
        return [*found, *(getattr(layer, f"nabla_{which}") for which in gradients)]

    return use


def _class(
    name: str, forward: Callable[..., Any], backward: Callable[..., Any], *, adds_up: bool = False
) -> SimpleNamespace:
    """Return what a file would define: a class whose backward returns what goes back, and the gradients.

    With `adds_up`, gradients of earlier calls are still in those of later ones.
    """

    class Made:
        def __init__(self, *parameters: Any) -> None:
            self.parameters = parameters

        def forward(self, x: Any) -> Any:
            self.x = x
            return forward(*self.parameters, x)

        def backward(self, delta: Any) -> Any:
            onward, found = backward(*self.parameters, self.x, delta)
            for which, nabla in found.items():
                before = getattr(self, f"nabla_{which}", 0) if adds_up else 0
                setattr(self, f"nabla_{which}", before + nabla)
            return onward

    return SimpleNamespace(**{name: type(name, (Made,), {})})


# The same weights at every place


def _linear(w: Any, b: Any, x: Any) -> Any:
    return np.tensordot(w, x, 1) + b[:, :, None]


def _places() -> list[Case]:
    rng = draws(101)
    found = []
    for n_out, n_in, t, m in ((2, 3, 4, 1), (3, 2, 1, 4), (3, 3, 3, 3), (1, 4, 2, 5)):
        shapes = ((n_out, n_in), (n_out, 1), (n_in, t, m), (n_out, t, m))
        found.append(case(*(rng.normal(size=shape) for shape in shapes)))
    return found


def _linear_measured(w: Any, b: Any, x: Any, delta: Any) -> list[Any]:
    of_w, of_b, of_x = slopes(lambda w, b, x: (delta * _linear(w, b, x)).sum(), w, b, x)
    return [_linear(w, b, x), of_x, of_w, of_b]


def _linear_that(kind: str) -> SimpleNamespace:
    def forward(w: Any, b: Any, x: Any) -> Any:
        return _linear(w, 0 * b if kind == "no_bias" else b, x)

    def backward(w: Any, b: Any, x: Any, delta: Any) -> Any:
        used, seen = delta, x
        if kind == "last_place":
            used, seen = delta[:, -1:], x[:, -1:]
        of_w = np.tensordot(used, seen, ((1, 2), (1, 2)))
        of_b = used.sum(axis=(1, 2))[:, None]
        if kind == "mean":
            of_w, of_b = of_w / x.shape[2], of_b / x.shape[2]
        if kind == "bias_of_samples":
            of_b = delta.sum(axis=2)
        onward = np.tensordot(w.T if kind != "other_weights" else of_w.T, delta, 1)
        return onward, {"w": of_w.T if kind == "turned" else of_w, "b": of_b}

    return _class("Linear", forward, backward, adds_up=kind == "added_up")


LINEAR = PROJECT.milestone(
    "sequence-linear",
    "Linear(w, b)",
    _places,
    _linear_measured,
    {
        kind: _linear_that(kind)
        for kind in (
            "no_bias",
            "last_place",
            "mean",
            "bias_of_samples",
            "turned",
            "added_up",
            "other_weights",
        )
    },
    use=_walked("Linear", ("w", "b")),
    parameters=("w", "b", "x", "delta"),
    returns=(*LAYER, "nabla_w", "nabla_b"),
    starter=starter("Linear", "w, b"),
)

# Words are columns


def _table(w: Any, words: Any) -> Any:
    return w[:, words]


def _texts() -> list[Case]:
    rng = draws(102)
    found = []
    for n, count, t, m in ((2, 4, 3, 1), (3, 3, 5, 2), (1, 5, 1, 6)):
        words = rng.integers(count, size=(t, m))
        words[-1, -1] = words[0, 0]
        found.append(case(rng.normal(size=(n, count)), words, rng.normal(size=(n, t, m))))
    return found


def _table_use(names: SimpleNamespace, w: Any, words: Any, delta: Any) -> list[Any]:
    layer = names.Table(w)
    layer.forward(words)
    layer.backward(0.5 * delta + 1)
    a = layer.forward(words)
    layer.backward(delta)
    return [a, layer.nabla_w]


def _table_measured(w: Any, words: Any, delta: Any) -> list[Any]:
    chosen = np.eye(w.shape[1])[words]  # a 1 at the place of each word

    def cost(w: Any) -> Any:
        return sum(
            (delta[:, i, j] * (w @ chosen[i, j])).sum()
            for i in range(len(words))
            for j in range(words.shape[1])
        )

    return [_table(w, words), slope(cost, w)]


def _table_that(kind: str) -> SimpleNamespace:
    def backward(w: Any, words: Any, delta: Any) -> Any:
        found = np.zeros(w.shape)
        for i, j in np.ndindex(words.shape):
            old = 0 if kind == "last_share" else found[:, words[i, j]]
            if kind == "first_sample" and j:
                continue
            found[:, words[i, j]] = old + delta[:, i, j]
        times = np.maximum(np.bincount(words.ravel(), minlength=w.shape[1]), 1)
        return None, {"w": {"mean": found / times, "samples_mean": found / words.shape[1]}.get(kind, found)}

    def forward(w: Any, words: Any) -> Any:
        found = _table(w, words)
        return np.moveaxis(found, 0, -1) if kind == "words_first" else found

    return _class("Table", forward, backward, adds_up=kind == "added_up")


TABLE = PROJECT.milestone(
    "sequence-table",
    "Table(w)",
    _texts,
    _table_measured,
    {
        kind: _table_that(kind)
        for kind in ("last_share", "first_sample", "mean", "samples_mean", "words_first", "added_up")
    },
    use=_table_use,
    parameters=("w", "words", "delta"),
    returns=("what forward returns", "nabla_w"),
    starter=starter("Table", "w", "words"),
)

# Each place looks at all


def _look(w_q: Any, w_k: Any, w_v: Any, x: Any, kind: str = "") -> Any:
    """Return what is found, of complex numbers too, and the weights."""
    q, k, v = (np.tensordot(w, x, 1) for w in (w_q, w_k, w_v))
    scores = np.einsum("dsm,dtm->stm", k, q)
    scores = scores / {"no_root": 1.0, "by_size": len(q)}.get(kind, math.sqrt(len(q)))
    e = np.exp(scores - np.real(scores).max(axis=0))
    p = e / e.sum(axis=1 if kind == "other_axis" else 0, keepdims=True)
    return np.einsum("dsm,stm->dtm", v, p), p


def _looks() -> list[Case]:
    rng = draws(103)
    found = []
    for n, t, m in ((4, 3, 1), (2, 4, 2), (3, 3, 3), (2, 1, 4)):
        found.append(case(*rng.normal(0, 0.9, size=(3, n, n)), *rng.normal(size=(2, n, t, m))))
    return found


def _look_measured(w_q: Any, w_k: Any, w_v: Any, x: Any, delta: Any) -> list[Any]:
    def cost(*given: Any) -> Any:
        return (delta * _look(*given)[0]).sum()

    *of_weights, of_x = slopes(cost, w_q, w_k, w_v, x)
    return [_look(w_q, w_k, w_v, x)[0], of_x, *of_weights]


def _look_that(kind: str) -> SimpleNamespace:
    def forward(w_q: Any, w_k: Any, w_v: Any, x: Any) -> Any:
        return _look(w_q, w_k, w_v, x, kind)[0]

    def backward(w_q: Any, w_k: Any, w_v: Any, x: Any, delta: Any) -> Any:
        q, k, v = (np.tensordot(w, x, 1) for w in (w_q, w_k, w_v))
        _, p = _look(w_q, w_k, w_v, x, kind)
        of_v = np.einsum("dtm,stm->dsm", delta, p)
        of_p = np.einsum("dsm,dtm->stm", v, delta)
        mean = (p * of_p).sum(axis=0, keepdims=True)
        of_s = {"no_softmax": of_p, "diagonal": p * (1 - p) * of_p}.get(kind, p * (of_p - mean))
        of_s = of_s / {"no_root": 1.0, "by_size": len(q), "root_forward_only": 1.0}.get(
            kind, math.sqrt(len(q))
        )
        of_q, of_k = np.einsum("dsm,stm->dtm", k, of_s), np.einsum("dtm,stm->dsm", q, of_s)
        shares = {"q": (w_q, of_q), "k": (w_k, of_k), "v": (w_v, of_v)}
        paths = [letter for letter in shares if kind != f"path:{letter}"]
        onward = sum(np.tensordot(shares[letter][0].T, shares[letter][1], 1) for letter in paths)
        axes = ((1, 2), (1, 2))
        return onward, {f"w_{letter}": np.tensordot(of, x, axes) for letter, (_, of) in shares.items()}

    return _class("Look", forward, backward)


_LOOKS = ("no_root", "by_size", "root_forward_only", "other_axis", "no_softmax", "diagonal")

LOOK = PROJECT.milestone(
    "sequence-look",
    "Look(w_q, w_k, w_v)",
    _looks,
    _look_measured,
    {kind: _look_that(kind) for kind in (*_LOOKS, "path:q", "path:k", "path:v")},
    use=_walked("Look", ("w_q", "w_k", "w_v")),
    parameters=("w_q", "w_k", "w_v", "x", "delta"),
    returns=(*LAYER, "nabla_w_q", "nabla_w_k", "nabla_w_v"),
    starter=starter("Look", "w_q, w_k, w_v"),
)

LAYERS: tuple[Exercise, ...] = (LINEAR, TABLE, LOOK)
