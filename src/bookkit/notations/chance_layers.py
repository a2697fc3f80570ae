"""The variance on its way through a network of random weights, forward and backward."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from numpy.random import Generator

from bookkit.notations.chance import RELU
from bookkit.notations.draws import ALONE, EDGE, PLAIN, SPECIAL
from bookkit.notations.laws import ANY, CENTRED, SYMMETRIC, computed, dependent, independent
from bookkit.notations.network import layered_sizes
from bookkit.notations.shared import UNITS
from bookkit.notations.table import Array, Function, Notation, Symbol
from bookkit.values import functions as fn

# Widths of the layers: small, for all outcomes are enumerated; neighbours differ,
# so that none stands for another.
WIDTHS = (
    (1, 2, 3),
    (2, 1, 3),
    (3, 2, 1),
    (2, 3, 1),
    (3, 1, 2),
    (1, 6, 2),
    (1, 3, 2, 1),
    (2, 1, 2, 3),
    (2, 3, 1, 4),
)
EQUAL = ((1, 1), (2, 2), (1, 2), (2, 1), (1, 1, 1), (2, 2, 2), (1, 2, 2), (2, 2, 1))  # for special draws
MOST = 20_000
INDICES = {"l": "layer", "i": "element", "j": "element", "k": "element"}
SIZES = (
    Symbol("L", "the number of layers", size=True),
    UNITS,
)


def _sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    if _counted(mentioned):
        return layered_sizes(rng, mentioned, mode)
    widths = _widths(rng, mode)
    return {"L": len(widths), "n": [0, *widths], "draws": _draws(widths)}


def _widths(rng: Generator, mode: str) -> tuple[int, ...]:
    known = EQUAL if mode in (SPECIAL, EDGE) and rng.integers(2) else WIDTHS
    return known[int(rng.integers(2 if mode == PLAIN else len(known)))]


def _backward_sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    if _counted(mentioned):
        return layered_sizes(rng, mentioned, mode)
    widths = _widths(rng, mode)[::-1]
    return {"L": len(widths), "n": [0, *widths], "draws": _draws(widths[::-1])}


def _counted(mentioned: frozenset[str]) -> bool:
    """Whether an equation speaks of sizes only, so that nothing is enumerated."""
    return bool(mentioned) and mentioned <= {"L", "n", ALONE}


def _draws(widths: tuple[int, ...]) -> int:
    """How many weights one unit at the end depends on."""
    inner = sum(into * out for into, out in itertools.pairwise(widths[:-1]))
    return inner + widths[-2]


def _weighted_input(at: Any, layer: int, unit: int) -> Array:
    into = range(1, at.dimension("n_{l-1}", layer) + 1)
    return sum(at.value(("w", layer, (unit, k))) * at.value(("a", layer - 1, (k,))) for k in into)


def _back(at: Any, layer: int) -> range:
    return range(1, at.sizes["n"][layer + 1] + 1)


WEIGHTS = Symbol(
    "w^l_{jk}",
    "the weight from unit $k$ of layer $l-1$ to unit $j$ of layer $l$",
    law=independent(
        SYMMETRIC,
        "any distribution that their negatives have as well; independent of one another",
        ("Var",),
        most=MOST,
    ),
    members=(("n_l", "n_{l-1}"),),
    first=2,
    aliases=("W",),
)


def _forward(name: str, title: str, function: Any, of_z: str, functions: tuple[Function, ...]) -> Notation:
    def activation(at: Any, layer: int, unit: int) -> Array:
        return at.value(("x", None, (unit,))) if layer == 1 else function(at.value(("z", layer, (unit,))))

    return Notation(
        name=name,
        title=title,
        about=(
            "Expectation and variance as in the table of chance, in a network whose weights are drawn anew."
            " All units of a layer have one distribution, and so have all its weights;"
            " without an index a letter is any one of them, $z^l$ and $a^l$ those of the same unit."
            " There are no biases."
            " A condition on $\\operatorname{Var}(w^l)$ is one on layer $l$;"
            " where the claim itself names no $l$, on all layers."
        ),
        symbols=(
            *SIZES,
            Symbol(
                "x_k",
                "the inputs",
                law=dependent(ANY, "any distribution; they may depend on one another", ("E", "Var"), "unit"),
                members=(("n_1",),),
            ),
            WEIGHTS,
            Symbol(
                "z^l_j",
                "the weighted inputs",
                law=computed("$\\sum_{k=1}^{n_{l-1}} w^l_{jk} a^{l-1}_k$", _weighted_input, "unit"),
                members=(("n_l",),),
                first=2,
            ),
            Symbol(
                "a^l_j",
                "the activations; $a^1_j = x_j$",
                law=computed(of_z, activation, "unit"),
                members=(("n_l",),),
            ),
        ),
        functions=functions,
        sizes=_sizes,
        indices=INDICES,
    )


def _backward(
    name: str, title: str, slope: Any, slope_words: str, functions: tuple[Function, ...]
) -> Notation:
    def error(at: Any, layer: int, unit: int) -> Array:
        if layer == at.sizes["L"]:
            return at.value(("\\delta^L", None, (unit,)))
        back = sum(
            at.value(("w", layer + 1, (j, unit))) * at.value(("\\delta", layer + 1, (j,)))
            for j in _back(at, layer)
        )
        return slope(at, layer, unit) * back

    return Notation(
        name=name,
        title=title,
        about=(
            "The errors on their way back, under the usual assumption: what comes back is independent of the"
            " weights that it meets and of the weighted inputs. All else as in the table of the way forward."
        ),
        symbols=(
            *SIZES,
            WEIGHTS,
            Symbol(
                "z^l_j",
                "the weighted inputs",
                law=dependent(
                    SYMMETRIC,
                    "as likely as their negatives, and never 0; they may depend on one another",
                    shared="unit",
                ),
                members=(("n_l",),),
                first=2,
            ),
            Symbol(
                "\\delta^l_j",
                "the errors",
                law=computed(
                    f"${slope_words}\\sum_{{j=1}}^{{n_{{l+1}}}} w^{{l+1}}_{{jk}} \\delta^{{l+1}}_j$"
                    " for unit $k$; in layer $L$ any distribution with mean 0",
                    error,
                    "unit",
                ),
                members=(("n_l",),),
                first=2,
            ),
            Symbol(
                "\\delta^L_j",
                "the errors of the last layer",
                law=dependent(
                    CENTRED, "any distribution with mean 0; they may depend on one another", shared="unit"
                ),
                members=(("n_L",),),
                name="\\delta^L",
            ),
        ),
        functions=functions,
        sizes=_backward_sizes,
        indices=INDICES,
    )


def _relu(value: Array) -> Array:
    return value.apply(fn.relu)


def _relu_prime(at: Any, layer: int, unit: int) -> Array:
    return at.value(("z", layer, (unit,))).apply(lambda z: np.where(np.real(z) > 0, 1.0, 0.0))


NOTATIONS = (
    _forward("chance-layers", "Random weights, ReLU", _relu, "$\\operatorname{ReLU}(z^l_j)$", (RELU,)),
    _forward("chance-layers-linear", "Random weights, no activation function", lambda z: z, "$z^l_j$", ()),
    _backward("chance-backward", "The way back, ReLU", _relu_prime, "\\operatorname{ReLU}'(z^l_k) ", (RELU,)),
    _backward(
        "chance-backward-linear", "The way back, no activation function", lambda at, layer, unit: 1.0, "", ()
    ),
)
