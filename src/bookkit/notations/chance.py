"""Expectation and variance: random numbers, one layer of random weights, dropout."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.random import Generator

from bookkit.notations.draws import ALONE, EDGE, FRACTION, POSITIVE, REAL, SPECIAL, some_sizes
from bookkit.notations.laws import ANY, CENTRED, SYMMETRIC, dependent, independent, listed, uniform
from bookkit.notations.shared import LEARNING_RATE
from bookkit.notations.table import ENDLESS, Function, Notation, Symbol
from bookkit.values import functions as fn

INPUTS, OUTPUTS = "n_{\\operatorname{in}}", "n_{\\operatorname{out}}"
RANDOM = frozenset(("w", "x", "a", "\\delta", "X", "Y", "u", "v", "D"))  # of these there are families
RELU = Function(
    "ReLU",
    "the rectifier, $\\max(0, z)$; its derivative at 0 is taken as 0",
    (fn.relu,),
    kinks=(0.0,),
    aliases=("relu",),
)
INDICES = {"i": "element", "j": "element", "k": "element"}


def _sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    ends = (3, 5, 8) if mentioned & RANDOM else (3, 30, 300)  # else nothing is enumerated
    inputs, outputs = some_sizes(rng, mode, 2, ends, alone=ALONE in mentioned)
    batch = some_sizes(rng, mode, 1, ends, alone=ALONE in mentioned)[0]
    return {"n": inputs, INPUTS: inputs, OUTPUTS: outputs, "B": batch}


NOTATION = Notation(
    name="chance",
    title="Chance",
    about=(
        "$\\mathbb{E}$ or $\\operatorname{E}$ is the expectation, $\\operatorname{Var}$ the variance,"
        " $\\operatorname{Cov}$ the covariance, $\\operatorname{Std}$ the standard deviation,"
        " $\\mathbb{P}$ the probability. Different letters are independent of one another."
        " Every random number has a few values, drawn anew in every trial together with their chances,"
        " so that an expectation is a finite sum. Members of a family have one distribution;"
        " without its index a letter is any one of them."
    ),
    symbols=(
        Symbol("n", "the number of inputs; also $n_{\\text{in}}$", size=True),
        Symbol("n_{\\text{in}}", "the number of inputs", size=True, name=INPUTS),
        Symbol("n_{\\text{out}}", "the number of outputs", size=True, name=OUTPUTS),
        Symbol("B", "a number of draws, such as the samples of a batch", size=True),
        Symbol(
            "w_k",
            "the weights; also $w_{jk}$, from input $k$ to output $j$",
            law=independent(CENTRED, "any distribution with mean 0; independent of one another", ("Var",)),
            members=((ENDLESS,), (OUTPUTS, INPUTS)),
        ),
        Symbol(
            "x_k",
            "the inputs; also $a_k$",
            law=dependent(ANY, "any distribution; they may depend on one another", ("E", "Var")),
            members=(("n",),),
            family=True,
            aliases=("a",),
        ),
        Symbol(
            "\\delta_j",
            "what comes back from output $j$",
            law=dependent(CENTRED, "any distribution with mean 0; they may depend on one another", ("Var",)),
            members=((OUTPUTS,),),
        ),
        Symbol(
            "X_i",
            "random numbers; so are $Y_i$, $u_i$ and $v_i$, each letter with its own distribution",
            law=independent(ANY, "any distribution; independent of one another", ("E", "Var")),
            members=((ENDLESS,),),
            family=True,
            aliases=("Y", "u", "v"),
        ),
        Symbol(
            "z",
            "a symmetric random number; so are $s$ and $q$",
            law=independent(SYMMETRIC, "any distribution that its negative has as well; never 0", ("Var",)),
            family=True,
            aliases=("s", "q"),
        ),
        Symbol("U", "a number between $-r$ and $r$", law=uniform("uniform between $-r$ and $r$", "r")),
        Symbol(
            "D_i",
            "throws of a die with six sides",
            law=listed(
                "1 to 6 with a chance of $\\frac{1}{6}$ each; independent",
                lambda at: (np.arange(1.0, 7.0), np.full(6, Fraction(1, 6))),
            ),
            members=((ENDLESS,),),
        ),
        Symbol("r", "a fixed positive number", draw=POSITIVE),
        Symbol(
            "c",
            "a fixed number; so are $b$, $g$, $\\theta$, $\\mu$, $\\tau$ and $\\varsigma$",
            draw=REAL,
            family=True,
            aliases=("b", "\\theta", "\\mu", "\\varsigma", "\\tau", "g"),
        ),
        LEARNING_RATE,
        Symbol("\\lambda", "a curvature", draw=POSITIVE),
    ),
    functions=(
        RELU,
        Function("\\tanh", "the hyperbolic tangent", (np.tanh,), saturates=9.0),
        Function("\\sigma", "the sigmoid", (fn.sigmoid,), saturates=18.0),
    ),
    sizes=_sizes,
    indices=INDICES,
)


def _kept(at: Any) -> tuple[Any, Any]:
    return np.array([0.0, 1.0]), np.array([at("p"), 1.0 - at("p")])


def _scaled(at: Any) -> tuple[Any, Any]:
    return np.array([0.0, 1.0 / (1.0 - at("p"))]), np.array([at("p"), 1.0 - at("p")])


def _units(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    enumerated = bool(mentioned & {"r", "d", "D"})
    ends = (3, 6, 10) if enumerated else (150, 300, 500)
    low = 1 if mode in (SPECIAL, EDGE) else 2
    (units,) = some_sizes(rng, mode, 1, ends, low, ALONE in mentioned)
    return {"n": units}


DROPOUT = Notation(
    name="chance-dropout",
    title="Dropout",
    about=(
        "Expectation, variance and probability as in the table of chance. Weights and activations are fixed"
        " numbers here; only what is dropped is random, independently of all else."
    ),
    symbols=(
        Symbol("n", "the number of units", size=True),
        Symbol("p", "the chance that a unit is dropped", draw=FRACTION),
        Symbol(
            "r_j",
            "whether unit $j$ stays",
            law=listed("0 with chance $p$, else 1; independent", _kept),
            members=(("n",),),
        ),
        Symbol(
            "d_j",
            "the factor of unit $j$; also $D_j$",
            law=listed("0 with chance $p$, else $\\frac{1}{1 - p}$; independent", _scaled),
            members=(("n",),),
            family=True,
            aliases=("D",),
        ),
        Symbol(
            "a_j",
            "the activations and the weights that lead on from them: fixed numbers; so are $b$ and $c$",
            draw=REAL,
            family=True,
            aliases=("w", "b", "c", "x", "z"),
        ),
    ),
    functions=(RELU,),
    sizes=_units,
    indices=INDICES,
)
NOTATIONS = (NOTATION, DROPOUT)
