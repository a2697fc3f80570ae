"""A network in training with dropout: masks on the hidden layers, drawn before the step."""

from __future__ import annotations

from numpy.random import Generator

from bookkit.notations.draws import FRACTION, UNIT, Draw
from bookkit.notations.network import (
    ANY_ACTIVATION,
    EDGE_COSTS,
    INDICES,
    layered_sizes,
    log_cosh,
    mean_cost,
    quadratic,
    quartic,
)
from bookkit.notations.shared import (
    BIASES_OF_LAYER,
    COLUMN_OF_ONES,
    LAYERS,
    LEARNING_RATE,
    ONE_OR_MORE_SAMPLES,
    UNITS,
    WEIGHTS_OF_LAYER,
)
from bookkit.notations.table import Array, Forward, Function, Notation, Symbol


def _mask(rng: Generator, shape: tuple[int, ...]) -> Array:
    return rng.integers(0, 2, shape)


MASK = Draw("zeros and ones", _mask, _mask, bound="whole")


def _activation(at: Forward, l: int) -> Array:  # noqa: E741 - the book's letter for a layer
    return at("x") if l == 1 else at.choice("\\sigma")(at("z", l))


def _thinned(at: Forward, l: int) -> Array:  # noqa: E741
    return at("x") if l == 1 else at("r", l) * at("a", l) / (1.0 - at("p"))


def _weighted_input(at: Forward, l: int) -> Array:  # noqa: E741
    return at("W", l) @ at("\\tilde{a}", l - 1) + at("b", l)


NOTATION = Notation(
    name="network-dropout",
    title="A network with dropout",
    about="As in the table of networks, in training: what a mask sets to 0 takes no part in the step.",
    symbols=(
        LAYERS,
        UNITS,
        ONE_OR_MORE_SAMPLES,
        Symbol("x", "the input, one sample a column", ("n_1", "m"), draw=UNIT),
        Symbol("y", "the output that is wanted, one sample a column", ("n_L", "m"), draw=UNIT),
        Symbol("p", "the chance that an activation is set to 0", draw=FRACTION),
        Symbol(
            "r^l",
            "the mask of a hidden layer: 0 for what is set to 0, else 1",
            ("n_l", "m"),
            draw=MASK,
            first=2,
            short=1,
        ),
        WEIGHTS_OF_LAYER,
        BIASES_OF_LAYER,
        Symbol(
            "z^l",
            "the weighted input of layer $l$",
            ("n_l", "m"),
            rule=_weighted_input,
            rule_words="$W^l \\tilde{a}^{l-1} + b^l$",
            first=2,
        ),
        Symbol(
            "a^l",
            "the activation of layer $l$; $a^1 = x$",
            ("n_l", "m"),
            rule=_activation,
            rule_words="$\\sigma(z^l)$",
        ),
        Symbol(
            "\\tilde{a}^l",
            "what layer $l$ passes on after dropout; $\\tilde{a}^1 = x$",
            ("n_l", "m"),
            rule=_thinned,
            rule_words="$\\frac{1}{1 - p} r^l \\odot a^l$",
            short=1,
        ),
        Symbol(
            "C",
            "the cost, the mean over the samples; any differentiable function of $a^L$ and $y$",
            rule=mean_cost,
            rule_words="from $a^L$ and $y$",
        ),
        Symbol("\\delta^l", "the error of layer $l$", ("n_l", "m"), gradient=("C", "z^l"), first=2),
        COLUMN_OF_ONES,
        LEARNING_RATE,
    ),
    functions=(
        ANY_ACTIVATION,
        Function(
            "cost",
            "the cost of every output; what is true for one cost only is refused",
            (quadratic, quartic, log_cosh),
            edges=EDGE_COSTS,
            of_columns=True,
        ),
    ),
    sizes=layered_sizes,
    indices=INDICES,
)
