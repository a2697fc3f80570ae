"""Softmax and its cross-entropy, for one sample of K classes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from bookkit.notations.draws import ALONE, LABELS, POSITIVE, REAL, some_sizes
from bookkit.notations.table import Array, Forward, Function, Notation, Symbol
from bookkit.values import functions as fn


def _sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    (classes,) = some_sizes(rng, mode, 1, (3, 6, 59), 2, ALONE in mentioned)
    return {"K": classes}


def _cost(at: Forward, _: int) -> Array:
    return -np.sum(at("y") * fn.log_output(at("a"), fn.softmax, lambda: at("z"), fn.log_softmax))


NOTATION = Notation(
    name="softmax",
    title="Softmax",
    about="One sample with one of $K$ classes.",
    symbols=(
        Symbol("K", "the number of classes, at least 2", size=True),
        Symbol("z", "the weighted inputs of the last layer", ("K",), draw=REAL),
        Symbol(
            "a",
            "the activations, which are the probabilities of the classes",
            ("K",),
            rule=lambda at, _: fn.softmax(at("z")),
            rule_words="$\\operatorname{softmax}(z)$",
        ),
        Symbol("y", "the label: one 1, else 0; or shares that sum to 1", ("K",), draw=LABELS),
        Symbol("C", "the cross-entropy cost", rule=_cost, rule_words="$-\\sum_j y_j \\log a_j$"),
        Symbol("\\delta", "the error", ("K",), gradient=("C", "z")),
        Symbol("c", "any number; added to a column it is added to every entry", draw=REAL, bias=True),
        Symbol("\\tau", "a temperature", draw=POSITIVE),
    ),
    functions=(Function("softmax", "the softmax of a column", (fn.softmax,), whole=True),),
    sizes=_sizes,
    indices={"i": "element", "j": "element", "k": "element"},
)
