"""One logistic neuron; capital letters are m samples side by side."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from bookkit.notations.draws import ALONE, LABEL, POSITIVE, UNIT, WEIGHTS, some_sizes
from bookkit.notations.shared import COLUMN_OF_ONES, SAMPLES
from bookkit.notations.table import FACTORS, Array, Forward, Function, Notation, Symbol
from bookkit.values import functions as fn


def _sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    batch = bool(mentioned & {"m", "X", "Y", "Z", "A"})
    features, samples = some_sizes(rng, mode, 2, (3, 6, 89), alone=ALONE in mentioned)
    return {"n": features, "m": samples if batch else 1, "batch": batch}


def _cost(at: Forward, _: int) -> Array:
    if at.sizes["batch"]:
        return np.sum(fn.cross_entropy(at("A"), at("Y"), lambda: at("Z"))) / at.sizes["m"]
    return fn.cross_entropy(at("a"), at("y"), lambda: at("z"))


def _weighted_input(at: Forward, _: int) -> Array:
    return (at("w") @ at("x"))[0, 0] + at("b")


NOTATION = Notation(
    name="logistic",
    title="One logistic neuron",
    about="Small letters are one sample. With a capital letter or $m$, $C$ is the mean over a batch.",
    symbols=(
        Symbol("n", "the number of features", size=True),
        SAMPLES,
        Symbol("x", "the features of one sample, a column", ("n",), draw=UNIT),
        Symbol("y", "its label", draw=LABEL),
        Symbol("w", "the weights, a row", ("1", "n"), draw=WEIGHTS, aliases=("W",)),
        Symbol("b", "the bias", draw=UNIT, bias=True),
        Symbol("z", "the weighted input", rule=_weighted_input, rule_words="$w x + b$"),
        Symbol(
            "a",
            "the activation, the predicted probability",
            rule=lambda at, _: fn.sigmoid(at("z")),
            rule_words="$\\sigma(z)$",
        ),
        Symbol("\\hat{y}", "the same as $a$", rule=lambda at, _: at("a"), rule_words="$a$"),
        Symbol("X", "the features of all samples, one a column", ("n", "m"), draw=UNIT),
        Symbol("Y", "the labels of all samples, a row", ("1", "m"), draw=LABEL),
        Symbol(
            "Z",
            "the weighted inputs of all samples",
            ("1", "m"),
            rule=lambda at, _: at("w") @ at("X") + at("b"),
            rule_words="$w X + b$",
        ),
        Symbol(
            "A",
            "the activations of all samples",
            ("1", "m"),
            rule=lambda at, _: fn.sigmoid(at("Z")),
            rule_words="$\\sigma(Z)$",
        ),
        Symbol(
            "C",
            "the cost, the cross-entropy; of a batch, the mean",
            rule=_cost,
            rule_words="$-(y \\log a + (1 - y) \\log(1 - a))$",
            aliases=("J",),
        ),
        Symbol("\\delta", "the error", gradient=("C", "z")),
        COLUMN_OF_ONES,
        Symbol("\\alpha", "the learning rate", draw=POSITIVE, step=True, aliases=("\\eta",), family=True),
    ),
    functions=(Function("\\sigma", "the sigmoid", (fn.sigmoid,), saturates=18.0),),
    sizes=_sizes,
    indices={"i": "element", "j": "element", "k": "element"},
    factors=(*FACTORS, "y"),
)
