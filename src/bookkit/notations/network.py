"""A network of L layers: the forward pass, any cost, any activation; BP1 to BP4 are judged against these."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from bookkit.notations.draws import (
    ALONE,
    ANY_NUMBERS,
    ANY_WEIGHTS,
    EDGE,
    LABEL,
    PLAIN,
    POSITIVE,
    SPECIAL,
    UNIT,
    WEIGHTS,
    WIDE,
    some_sizes,
)
from bookkit.notations.shared import COLUMN_OF_ONES, LAYERS, LEARNING_RATE, ONE_OR_MORE_SAMPLES, UNITS
from bookkit.notations.table import Array, Forward, Function, Notation, Symbol
from bookkit.values import functions as fn


def layered_sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    """Depth, widths and batch, all different, so that a wrong shape cannot fit by chance.

    In special draws and at the edge the widths may be equal as well.
    """
    deepest, widest = {PLAIN: (3, 4), WIDE: (8, 24)}.get(mode, (5, 7))
    depth = int(rng.integers(2, deepest + 1))
    if mode in (SPECIAL, EDGE):
        alone = mode == EDGE and ALONE in mentioned
        depth = int(rng.integers(2, 1000)) if alone else depth
        widths = some_sizes(rng, mode, depth + 1, (4, 7, 20), alone=alone)
        batch = widths[depth] if "m" in mentioned else 1
        return {"L": depth, "n": [0, *widths[:depth]], "m": batch, "batch": "m" in mentioned}
    widths = [int(width) for width in rng.permutation(np.arange(1, widest + 1))]
    batch = widths[depth] if "m" in mentioned else 1
    return {"L": depth, "n": [0, *widths[:depth]], "m": batch, "batch": "m" in mentioned}


def batch_sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    """As for one sample, with a batch of several samples in every draw."""
    return layered_sizes(rng, mentioned | {"m"}, mode)


def weighted_input(at: Forward, l: int) -> Array:  # noqa: E741 - the book's letter for a layer
    return at("W", l) @ at("a", l - 1) + at("b", l)


def activation(at: Forward, l: int) -> Array:  # noqa: E741
    return at("x") if l == 1 else at.choice("\\sigma")(at("z", l))


def output_sigmoid(at: Forward, l: int) -> Array:  # noqa: E741
    if l == 1:
        return at("x")
    return fn.sigmoid(at("z", l)) if l == at.sizes["L"] else at.choice("\\sigma")(at("z", l))


def bowl(z: Array) -> Array:
    return 0.5 * z + np.sin(z)


def quadratic(a: Array, y: Array) -> Array:
    return 0.5 * (y - a) ** 2


def quartic(a: Array, y: Array) -> Array:
    return 0.25 * (a - y) ** 4 - 2.0 * a


def log_cosh(a: Array, y: Array) -> Array:
    return np.log(np.cosh(a - y))


def steep_cost(a: Array, y: Array) -> Array:
    return 100.0 * (a - y) ** 2 - 30.0 * a


def falling_cost(a: Array, y: Array) -> Array:
    return -5.0 - (a + 0.5 * y) ** 2


def steep(z: Array) -> Array:
    return np.tanh(100.0 * z)


def flat(z: Array) -> Array:
    return 1e-3 * z


def shifted(z: Array) -> Array:
    return 3.0 + np.cos(z)


def falling(z: Array) -> Array:
    return np.sin(z) - 2.0 * z


def parabola(z: Array) -> Array:
    return 0.5 * z**2 - 1.0


def wavy(z: Array) -> Array:
    return 5.0 * np.sin(3.0 * z)


# What "any" activation function and "any" cost may be as well: a bound that is said of any holds for these.
EDGES = (steep, flat, shifted, falling, parabola, wavy)
EDGE_COSTS = (steep_cost, falling_cost)


def coupled(a: Array, y: Array) -> Array:
    """A cost in which every output matters for every other."""
    return 0.5 * (a - y) ** 2 + 0.2 * a * np.sum(a, axis=0, keepdims=True)


def cross_entropy(a: Array, y: Array) -> Array:
    return -(y * fn.log(a) + (1.0 - y) * fn.log(1.0 - a))


def costs(at: Forward) -> Array:
    """What every output of every sample costs."""
    last, cost = at.sizes["L"], at.choice("cost")
    if cost is cross_entropy:
        return fn.cross_entropy(at("a", last), at("y"), lambda: at("z", last))
    return cost(at("a", last), at("y"))


def mean_cost(at: Forward, l: int) -> Array:  # noqa: E741
    return np.sum(costs(at)) / at.sizes["m"]


def sample_costs(at: Forward, l: int) -> Array:  # noqa: E741
    return np.sum(costs(at), axis=0, keepdims=True)


def _symbols(
    cost: str, output: Any = activation, y: Any = UNIT, draw: tuple[Any, Any] = (WEIGHTS, UNIT)
) -> tuple[Symbol, ...]:
    return (
        LAYERS,
        UNITS,
        ONE_OR_MORE_SAMPLES,
        Symbol("x", "the input, one sample a column", ("n_1", "m"), draw=draw[1]),
        Symbol("y", "the output that is wanted, one sample a column", ("n_L", "m"), draw=y),
        Symbol(
            "W^l",
            "the weights from layer $l-1$ to layer $l$; $w^l_{jk}$ leads from unit $k$ to unit $j$",
            ("n_l", "n_{l-1}"),
            draw=draw[0],
            first=2,
            aliases=("w",),
        ),
        Symbol(
            "b^l",
            "the biases of layer $l$, the same for every sample",
            ("n_l",),
            draw=draw[1],
            first=2,
            bias=True,
        ),
        Symbol(
            "z^l",
            "the weighted input of layer $l$",
            ("n_l", "m"),
            rule=weighted_input,
            rule_words="$W^l a^{l-1} + b^l$",
            first=2,
        ),
        Symbol(
            "a^l",
            "the activation of layer $l$; $a^1 = x$",
            ("n_l", "m"),
            rule=output,
            rule_words="$\\sigma(z^l)$",
        ),
        Symbol(
            "C",
            f"the cost, the mean over the samples; {cost}",
            rule=mean_cost,
            rule_words="from $a^L$ and $y$",
            free=True,
            samples="\\operatorname{costs}",
        ),
        Symbol(
            "\\operatorname{costs}",
            "the costs of the single samples, a row; $C^{(i)}$ is one of them",
            ("1", "m"),
            rule=sample_costs,
            rule_words="from $a^L$ and $y$",
        ),
        Symbol(
            "\\delta^l",
            "the error of layer $l$; with a batch it carries the $1/m$ of the mean cost",
            ("n_l", "m"),
            gradient=("C", "z^l"),
            first=2,
        ),
        COLUMN_OF_ONES,
        LEARNING_RATE,
        Symbol("\\lambda", "the strength of regularisation", draw=POSITIVE),
    )


ANY_ACTIVATION = Function(
    "\\sigma",
    "the activation function; any differentiable one, entry by entry",
    (fn.sigmoid, np.tanh, fn.softplus, bowl),
    drawn="the sigmoid, $\\tanh$, $\\log(1 + e^z)$ or $z / 2 + \\sin z$;"
    " for bounds also steep, flat, falling, shifted and wavy ones",
    free=True,
    edges=EDGES,
)
SIGMOID = Function("\\sigma", "the sigmoid", (fn.sigmoid,), saturates=18.0)


def _functions(activation: Function, *costs: Any) -> tuple[Function, ...]:
    return (
        activation,
        Function(
            "sign",
            "1 for a positive number, $-1$ for a negative one, 0 for 0; entry by entry",
            (fn.sign,),
            kinks=(0.0,),
        ),
        Function(
            "cost",
            "the cost of every output; what is true for one cost only is refused",
            costs,
            edges=EDGE_COSTS if len(costs) > 1 else (),
            of_columns=True,
        ),
    )


INDICES = {"l": "layer", "j": "element", "k": "element", "i": "element", "r": "element"}


def _table(name: str, title: str, about: str, cost: str, costs: tuple[Any, ...], **changes: Any) -> Notation:
    symbols = {key: changes.pop(key) for key in ("output", "y", "draw") if key in changes}
    return Notation(
        name=name,
        title=title,
        about=about,
        symbols=_symbols(cost, **symbols),
        functions=_functions(changes.get("activation", ANY_ACTIVATION), *costs),
        sizes=changes.get("sizes", layered_sizes),
        indices=INDICES,
    )


_ANY = (quadratic, quartic, log_cosh, coupled)
NOTATIONS = (
    _table(
        "network",
        "A network",
        "One sample, or a batch where the equation names $m$ or a sample $(i)$.",
        "any differentiable function of $a^L$ and $y$",
        _ANY,
    ),
    _table(
        "network-batch",
        "A network and a batch",
        "Always $m$ samples side by side.",
        "any differentiable function of $a^L$ and $y$",
        _ANY,
        sizes=batch_sizes,
    ),
    _table(
        "network-sigmoid",
        "A network of sigmoids",
        "As in the table of networks; all activations are sigmoids.",
        "any differentiable function of $a^L$ and $y$",
        _ANY,
        activation=SIGMOID,
        draw=(ANY_WEIGHTS, ANY_NUMBERS),
    ),
    _table(
        "network-quadratic",
        "A network with the quadratic cost",
        "As in the table of networks.",
        "$\\frac{1}{2} \\lVert y - a^L \\rVert^2$ for a sample",
        (quadratic,),
    ),
    _table(
        "network-cross-entropy",
        "A network with the cross-entropy",
        "As in the table of networks; the last layer has the sigmoid.",
        "$-\\sum_j (y_j \\log a^L_j + (1 - y_j) \\log(1 - a^L_j))$ for a sample",
        (cross_entropy,),
        output=output_sigmoid,
        y=LABEL,
    ),
)
