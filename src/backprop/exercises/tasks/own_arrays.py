"""The project of Part V: an engine for arrays, milestone by milestone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from backprop.exercises.exercise import Case, Exercise, Project
from backprop.exercises.tasks import digits
from backprop.exercises.tasks.formulas import Keep, engine_of, formula, measured
from backprop.exercises.tasks.oracles import draws
from backprop.exercises.tasks.tensors import DepthFirst, InputsOnly, OnlyOnce, Recursive, Tensor


def _engine(base: type = Tensor, **switches: Any) -> SimpleNamespace:
    return SimpleNamespace(Tensor=type("Tensor", (base,), switches))


_ONLY_ONCE = {f"only_once:{way}": _engine(OnlyOnce, way=way) for way in ("stack", "queue")}

_STARTER = """class Tensor:
    def __init__(self, data, parents=()):
        self.data = np.asarray(data, dtype=float)
        self.parents = parents
        self.grad = np.zeros_like(self.data)

    def __add__(self, other):
        raise NotImplementedError  # {here}

    def __mul__(self, other):
        raise NotImplementedError

    def sum(self):
        raise NotImplementedError

    def backward(self):
        raise NotImplementedError"""

PROJECT = Project("arrays", "engine/falls-out")


def _milestone(name: str, formulas: Any, mistakes: dict[str, SimpleNamespace]) -> Exercise:
    return PROJECT.milestone(
        name,
        "Tensor(data)",
        formulas,
        measured,
        mistakes,
        use=engine_of("Tensor"),
        parameters=("f", "the inputs are u", "v", "t"),
        returns=("the output", "the gradients", "the gradients in the middle"),
        starter=_STARTER,
    )


def _diamond(x: Any) -> Any:
    return (x * x) * (x + x)


# Two of these, because each lets some wrong order pass.
def _deep(keep: Keep, u: Any, v: Any) -> Any:
    p = keep(u * v)
    s = keep(p + u)
    return (p * s + p).sum()


def _diamonds(keep: Keep, u: Any) -> Any:
    return _diamond(keep(_diamond(u))).sum()


def _entries() -> list[Case]:
    rng = draws(91)
    return [
        formula("(u * v).sum()", lambda u, v: (u * v).sum(), *rng.normal(size=(2, 2, 3))),
        formula("(u + v * 3).sum()", lambda u, v: (u + v * 3).sum(), *rng.normal(size=(2, 2, 2))),
        formula("(2 * u * u + 1).sum()", lambda u: (2 * u * u + 1).sum(), rng.normal(size=4)),
        formula(
            "(p * s + p).sum() with p = u * v, s = p + u", _deep, *rng.normal(size=(2, 3, 2)), keeps=True
        ),
        formula("d(d(u)).sum() with d(x) = (x * x) * (x + x)", _diamonds, np.array([0.7, -0.6]), keeps=True),
    ]


ENTRY_BY_ENTRY = _milestone(
    "arrays-signs",
    _entries,
    {
        "own_value": _engine(own_value=True),
        "last_share": _engine(add_to=False),
        "sum_divided": _engine(sum_divides=True),
        "too_early": _engine(DepthFirst),
        **_ONLY_ONCE,
    },
)


def _stretched() -> list[Case]:
    rng = draws(92)
    matrix, row, column = rng.normal(size=(2, 3)), rng.normal(size=3), rng.normal(size=(2, 1))

    def bent(keep: Keep, u: Any, v: Any) -> Any:
        s = keep(u + v)
        return (s * s * v).sum()

    return [
        formula("(u + v).sum()", lambda u, v: (u + v).sum(), matrix, row),
        formula("(u * v).sum()", lambda u, v: (u * v).sum(), matrix, column),
        formula("(u * v).sum()", lambda u, v: (u * v).sum(), row, column),
        formula("(s * s * v).sum() with s = u + v", bent, matrix, row, keeps=True),
        formula("(u * v).sum()", lambda u, v: (u * v).sum(), matrix, np.array(0.7)),
    ]


BROADCASTING = _milestone(
    "arrays-broadcasting",
    _stretched,
    {
        "not_added": _engine(stretched="left"),
        "first": _engine(stretched="first"),
        "first:of_new_axes": _engine(stretched="first_of_new_axes"),
        "mean": _engine(stretched="mean"),
        "new_axes_only": _engine(stretched="new_axes_only"),
        "last_share": _engine(add_to=False),
        "inputs_only": _engine(InputsOnly),
    },
)


def _products() -> list[Case]:
    rng = draws(93)
    s, r, square = rng.normal(size=(2, 3)), rng.normal(size=(3, 4)), rng.normal(size=(2, 3, 3))

    def twice(keep: Keep, u: Any, v: Any) -> Any:
        p = keep(u @ v)
        return (p @ v * p).sum()

    return [
        formula("(u @ v).sum()", lambda u, v: (u @ v).sum(), s, r),
        formula("(u @ v).sum()", lambda u, v: (u @ v).sum(), *square),
        formula("(u @ v * t).sum()", lambda u, v, t: (u @ v * t).sum(), s, r, rng.normal(size=(2, 4))),
        formula("(p @ v * p).sum() with p = u @ v", twice, s, square[0], keeps=True),
    ]


PRODUCTS = _milestone(
    "arrays-products",
    _products,
    {
        **{kind: _engine(product=kind) for kind in ("no_transpose", "sides", "entry_by_entry", "own_factor")},
        "turned": _engine(product="turned"),
        "last_share": _engine(add_to=False),
    },
)


def _gated() -> list[Case]:
    rng = draws(94)
    z = rng.normal(size=(3, 4)) * 2
    y = np.eye(3)[:, [0, 2, 1, 2]]

    def scaled(u: Any) -> Any:
        return (u.softmax_cross_entropy(y) * np.array([1.0, -2, 0.5, 3])).sum()

    return [
        formula("(u.relu() * v).sum()", lambda u, v: (u.relu() * v).sum(), z, rng.normal(size=(3, 4))),
        formula("u.softmax_cross_entropy(y).sum()", lambda u: u.softmax_cross_entropy(y).sum(), z),
        formula("(u.softmax_cross_entropy(y) * [1, -2, 0.5, 3]).sum()", scaled, z * 0.5),
    ]


FUNCTIONS = _milestone(
    "arrays-functions",
    _gated,
    {
        **{f"relu_{kind}": _engine(relu_gate=kind) for kind in ("open", "of_gradient", "value", "opposite")},
        "relu_no_gradient": _engine(relu_gate="no_gradient"),
        **{
            f"softmax_{kind}": _engine(softmax=kind)
            for kind in ("shares_only", "sign", "no_gradient", "mean", "softmax_slope", "true_class")
        },
    },
)


def _networks() -> list[Case]:
    rng = draws(95)
    x, y = rng.normal(size=(4, 5)), np.eye(3)[:, [0, 2, 1, 1, 0]]
    weights, biases = rng.normal(size=(3, 4)), rng.normal(size=(3, 1))

    def network(keep: Keep, u: Any, v: Any) -> Any:
        z = keep(u @ x + v)
        return (z.relu().softmax_cross_entropy(y) * 0.2).sum()

    def shared(keep: Keep, u: Any, v: Any, t: Any) -> Any:
        first = keep((u @ x + v).relu())
        second = keep(t @ first + v + first)
        return ((t @ second + second).softmax_cross_entropy(y) * 0.2).sum()

    def long(u: Any) -> Any:
        value = u
        for _ in range(3000):
            value = value + u * 0.0001
        return (value * value).sum()

    return [
        formula("a layer of ReLUs, then softmax", network, weights, biases, keeps=True),
        formula(
            "three layers that share weights, past which wires go",
            shared,
            *(weights, biases, rng.normal(size=(3, 3))),
            keeps=True,
        ),
        formula("a chain of 6000 operations", long, np.array([0.5, -1.0])),
    ]


NETWORK = _milestone(
    "arrays-network",
    _networks,
    {
        "recursion": _engine(Recursive),
        "last_share": _engine(add_to=False),
        "not_added": _engine(stretched="left"),
        "inputs_only": _engine(InputsOnly),
        **_ONLY_ONCE,
    },
)

READER = PROJECT.training("arrays-reads", (1, 2), digits.trained, digits.READERS, seconds=180.0)

EXERCISES = (ENTRY_BY_ENTRY, BROADCASTING, PRODUCTS, FUNCTIONS, NETWORK, READER)
