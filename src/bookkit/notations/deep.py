"""A deep network in capital letters, always a batch: one activation inside, another one at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from bookkit.notations.draws import LABEL, LABELS, UNIT
from bookkit.notations.network import EDGES, INDICES, batch_sizes, bowl
from bookkit.notations.shared import (
    BIASES_OF_LAYER,
    COLUMN_OF_ONES,
    LAYERS,
    LEARNING_RATE,
    SAMPLES,
    UNITS,
    WEIGHTS_OF_LAYER,
)
from bookkit.notations.table import Array, Forward, Function, Notation, Symbol
from bookkit.values import functions as fn


def weighted_input(at: Forward, l: int) -> Array:  # noqa: E741 - the book's letter for a layer
    return at("W", l) @ at("A", l - 1) + at("b", l)


def _categorical(a: Array, y: Array, z: Callable[[], Array]) -> Array:
    return -y * fn.log_output(a, fn.softmax, z, fn.log_softmax)


def _table(name: str, title: str, about: str, output: Any, cost: Any, **words: Any) -> Notation:
    def activation(at: Forward, l: int) -> Array:  # noqa: E741
        if l == 1:
            return at("X")
        return output(at("Z", l)) if l == at.sizes["L"] else at.choice("g")(at("Z", l))

    def mean_cost(at: Forward, _: int) -> Array:
        last = at.sizes["L"]
        return np.sum(cost(at("A", last), at("Y"), lambda: at("Z", last))) / at.sizes["m"]

    return Notation(
        name=name,
        title=title,
        about=about,
        symbols=(
            LAYERS,
            UNITS,
            SAMPLES,
            Symbol("X", "the inputs, one sample a column", ("n_1", "m"), draw=UNIT),
            Symbol(
                "Y", "the outputs that are wanted, one sample a column", ("n_L", "m"), draw=words["labels"]
            ),
            WEIGHTS_OF_LAYER,
            BIASES_OF_LAYER,
            Symbol(
                "Z^l",
                "the weighted inputs of layer $l$",
                ("n_l", "m"),
                rule=weighted_input,
                rule_words="$W^l A^{l-1} + b^l$",
                first=2,
            ),
            Symbol(
                "A^l",
                f"the activations of layer $l$; $A^1 = X$, and the last layer has {words['ending']}",
                ("n_l", "m"),
                rule=activation,
                rule_words=f"$g(Z^l)$; $A^L = {words['last']}(Z^L)$",
            ),
            Symbol(
                "C",
                "the cost, the mean of the cross-entropy over the samples",
                rule=mean_cost,
                rule_words=words["costs"],
                free=True,
            ),
            Symbol(
                "\\mathrm{d}A^l",
                "the gradient with respect to the activations of layer $l$",
                ("n_l", "m"),
                gradient=("C", "A^l"),
            ),
            Symbol(
                "\\mathrm{d}Z^l",
                "the gradient with respect to the weighted inputs of layer $l$, the $1/m$ of the cost"
                " included",
                ("n_l", "m"),
                gradient=("C", "Z^l"),
                first=2,
            ),
            Symbol(
                "\\delta^l",
                "the error of layer $l$, the same as $\\mathrm{d}Z^l$",
                ("n_l", "m"),
                gradient=("C", "Z^l"),
                first=2,
            ),
            Symbol(
                "\\mathrm{d}W^l",
                "the gradient with respect to the weights of layer $l$",
                ("n_l", "n_{l-1}"),
                gradient=("C", "W^l"),
                first=2,
            ),
            Symbol(
                "\\mathrm{d}b^l",
                "the gradient with respect to the biases of layer $l$",
                ("n_l",),
                gradient=("C", "b^l"),
                first=2,
            ),
            COLUMN_OF_ONES,
            LEARNING_RATE,
        ),
        functions=(
            Function(
                "g",
                "the activation function of the hidden layers, entry by entry; any, perhaps with kinks",
                (fn.relu, np.tanh, fn.softplus, bowl),
                drawn="ReLU, $\\tanh$, $\\log(1 + e^z)$ or $z / 2 + \\sin z$;"
                " for bounds also steep, flat, falling, shifted and wavy ones",
                free=True,
                edges=(*EDGES, fn.absolute),
            ),
            words["function"],
        ),
        sizes=batch_sizes,
        indices=INDICES,
    )


NOTATIONS = (
    _table(
        "deep",
        "A deep network",
        "Always a batch of $m$ samples; capital letters are matrices with one sample a column. The letter"
        " d before a symbol is the gradient of the mean cost by it.",
        fn.sigmoid,
        fn.cross_entropy,
        labels=LABEL,
        ending="the sigmoid",
        last="\\sigma",
        costs="from $A^L$ and $Y$, $-(y \\log a + (1 - y) \\log(1 - a))$ for every output",
        function=Function("\\sigma", "the sigmoid", (fn.sigmoid,), saturates=18.0),
    ),
    _table(
        "deep-softmax",
        "A deep network with softmax",
        "As in the table of deep networks; the last layer has the softmax.",
        fn.softmax,
        _categorical,
        labels=LABELS,
        ending="the softmax",
        last="\\operatorname{softmax}",
        costs="from $A^L$ and $Y$, $-\\sum_j y_j \\log a_j$ for every sample",
        function=Function("softmax", "the softmax of every column", (fn.softmax,), whole=True),
    ),
)
