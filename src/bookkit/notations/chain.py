"""A network with one unit in each layer: nothing but numbers, so that derivatives are plain products."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from bookkit.notations.draws import ALONE, ANY_NUMBERS, EDGE, PLAIN, POSITIVE, WIDE
from bookkit.notations.network import ANY_ACTIVATION, EDGE_COSTS, SIGMOID
from bookkit.notations.shared import LAYERS, LEARNING_RATE
from bookkit.notations.table import Array, Forward, Function, Notation, Symbol


def _sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    if mode == EDGE and ALONE in mentioned:
        return {"L": int(rng.integers(2, 1000))}
    return {"L": int(rng.integers(2, {PLAIN: 4, WIDE: 12}.get(mode, 7)))}


def _weighted_input(at: Forward, l: int) -> Array:  # noqa: E741 - the book's letter for a layer
    return at("w", l) * at("a", l - 1) + at("b", l)


def _activation(at: Forward, l: int) -> Array:  # noqa: E741
    return at("x") if l == 1 else at.choice("\\sigma")(at("z", l))


def _quadratic(a: Array, y: Array) -> Array:
    return 0.5 * (y - a) ** 2


def _log_cosh(a: Array, y: Array) -> Array:
    return np.log(np.cosh(a - y)) + 0.3 * a


def _cost(at: Forward, _: int) -> Array:
    return at.choice("cost")(at("a", at.sizes["L"]), at("y"))


def _table(name: str, title: str, about: str, activation: Function) -> Notation:
    return Notation(
        name=name,
        title=title,
        about=about,
        symbols=(
            LAYERS,
            Symbol("x", "the input", draw=ANY_NUMBERS),
            Symbol("y", "the output that is wanted", draw=ANY_NUMBERS),
            Symbol("w^l", "the weight from layer $l-1$ to layer $l$", draw=ANY_NUMBERS, first=2),
            Symbol("b^l", "the bias of layer $l$", draw=ANY_NUMBERS, first=2),
            Symbol(
                "z^l",
                "the weighted input of layer $l$",
                rule=_weighted_input,
                rule_words="$w^l a^{l-1} + b^l$",
                first=2,
            ),
            Symbol(
                "a^l",
                "the activation of layer $l$; $a^1 = x$",
                rule=_activation,
                rule_words="$\\sigma(z^l)$",
            ),
            Symbol(
                "C",
                "the cost; any differentiable function of $a^L$ and $y$",
                rule=_cost,
                rule_words="from $a^L$ and $y$",
                free=True,
            ),
            Symbol("\\delta^l", "the error of layer $l$", gradient=("C", "z^l"), first=2),
            LEARNING_RATE,
            Symbol("c", "a positive number", draw=POSITIVE, aliases=("r", "s"), family=True),
        ),
        functions=(
            activation,
            Function(
                "cost",
                "the cost; what is true for one cost only is refused",
                (_quadratic, _log_cosh),
                edges=EDGE_COSTS,
                of_columns=True,
            ),
        ),
        sizes=_sizes,
        indices={"l": "layer", "k": "layer", "j": "layer"},
    )


NOTATIONS = (
    _table(
        "chain",
        "One unit a layer",
        "A network with one unit in each layer; all letters are numbers.",
        ANY_ACTIVATION,
    ),
    _table(
        "chain-sigmoid",
        "One sigmoid a layer",
        "As in the table before; all activations are sigmoids.",
        SIGMOID,
    ),
)
