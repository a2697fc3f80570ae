"""The symbols that mean the same in the tables of all networks."""

from __future__ import annotations

from bookkit.notations.draws import ONES, POSITIVE, UNIT, WEIGHTS
from bookkit.notations.table import Symbol

LAYERS = Symbol(
    "L", "the number of layers, at least 2: the first is the input, the last the output", size=True
)
UNITS = Symbol("n_l", "the number of units in layer $l$", size=True)
SAMPLES = Symbol("m", "the number of samples", size=True)
ONE_OR_MORE_SAMPLES = Symbol("m", "the number of samples; 1 where the equation names no samples", size=True)
WEIGHTS_OF_LAYER = Symbol(
    "W^l",
    "the weights from layer $l-1$ to layer $l$; $w^l_{jk}$ leads from unit $k$ to unit $j$",
    ("n_l", "n_{l-1}"),
    draw=WEIGHTS,
    first=2,
    aliases=("w",),
)
BIASES_OF_LAYER = Symbol(
    "b^l",
    "the biases of layer $l$, the same for every sample",
    ("n_l",),
    draw=UNIT,
    first=2,
    bias=True,
)
COLUMN_OF_ONES = Symbol("\\mathbf{1}", "a column of ones, one for every sample", ("m",), draw=ONES)
LEARNING_RATE = Symbol(
    "\\eta", "the learning rate", draw=POSITIVE, step=True, aliases=("\\alpha",), family=True
)
