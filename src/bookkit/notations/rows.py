"""Networks with samples in rows, as programs often have them; the mean squared error without a half."""

from __future__ import annotations

import numpy as np

from bookkit.notations.draws import LABEL, UNIT, WEIGHTS
from bookkit.notations.network import INDICES, batch_sizes
from bookkit.notations.shared import COLUMN_OF_ONES, LAYERS, LEARNING_RATE, SAMPLES, UNITS
from bookkit.notations.table import Array, Forward, Function, Notation, Symbol
from bookkit.values import functions as fn


def _weighted_input(at: Forward, l: int) -> Array:  # noqa: E741 - the book's letter for a layer
    return at("A", l - 1) @ at("W", l) + at("b", l)


def _activation(at: Forward, l: int) -> Array:  # noqa: E741
    return at("X") if l == 1 else fn.sigmoid(at("Z", l))


def _cost(at: Forward, _: int) -> Array:
    return np.sum((at("Y") - at("A", at.sizes["L"])) ** 2) / at.sizes["m"]


NOTATION = Notation(
    name="rows",
    title="Samples in rows",
    about="Always a batch of $m$ samples, one a row; a subscript such as $Y_i$ picks the row of one sample.",
    symbols=(
        LAYERS,
        UNITS,
        SAMPLES,
        Symbol("X", "the inputs, one sample a row", ("m", "n_1"), draw=UNIT),
        Symbol("Y", "the outputs that are wanted, one sample a row", ("m", "n_L"), draw=LABEL),
        Symbol(
            "W^l",
            "the weights from layer $l-1$ to layer $l$; $W^l_{jk}$ leads from unit $j$ to unit $k$",
            ("n_{l-1}", "n_l"),
            draw=WEIGHTS,
            first=2,
        ),
        Symbol(
            "b^l",
            "the biases of layer $l$, a row, the same for every sample",
            ("1", "n_l"),
            draw=UNIT,
            first=2,
            bias=True,
        ),
        Symbol(
            "Z^l",
            "the weighted inputs of layer $l$, one sample a row",
            ("m", "n_l"),
            rule=_weighted_input,
            rule_words="$A^{l-1} W^l + b^l$",
            first=2,
        ),
        Symbol(
            "A^l",
            "the activations of layer $l$, one sample a row; $A^1 = X$",
            ("m", "n_l"),
            rule=_activation,
            rule_words="$\\sigma(Z^l)$",
        ),
        Symbol(
            "C",
            "the cost, the mean squared error; the mean is over the samples, without a half",
            rule=_cost,
            rule_words="$\\frac{1}{m} \\sum_i \\lVert Y_i - A^L_i \\rVert^2$",
            free=True,
        ),
        Symbol(
            "\\delta^l",
            "the error of layer $l$, one sample a row",
            ("m", "n_l"),
            gradient=("C", "Z^l"),
            first=2,
        ),
        COLUMN_OF_ONES,
        LEARNING_RATE,
    ),
    functions=(Function("\\sigma", "the sigmoid", (fn.sigmoid,), saturates=18.0),),
    sizes=batch_sizes,
    indices=INDICES,
)
