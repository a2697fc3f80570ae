"""Part I: numbers, gates and the sigmoid; the circuit itself is built on the page with ``\\coloneqq``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.random import Generator

from bookkit.notations.draws import ALONE, EDGE, NESTED, POSITIVE, REAL, SPECIAL, some_count, some_sizes
from bookkit.notations.table import Function, Notation, Symbol
from bookkit.notations.words import LOGIT, SOFTPLUS
from bookkit.values import functions as fn
from bookkit.values import gaussian


def _sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    if mode in (SPECIAL, EDGE):
        most = 9 if NESTED in mentioned else 120
        (number,) = some_sizes(rng, mode, 1, (3, most, most), alone=ALONE in mentioned)
        return {"n": number}
    number = some_count(rng, mode)
    return {"n": min(number, 7 + number % 7) if NESTED in mentioned else number}


_NUMBERS = (
    *(letter for letter in "abcdfgmopqrstuvwxyz"),
    *("\\alpha", "\\beta", "\\gamma", "\\theta", "\\lambda", "\\mu", "\\epsilon", "\\varepsilon", "J", "C"),
    *("\\delta", "\\kappa", "\\nu", "\\rho", "\\tau", "\\omega", "\\ell", "E", "H", "L"),
    *("\\hat{y}", "\\bar{x}", "\\bar{y}", "\\bar{z}"),
)

NOTATION = Notation(
    name="calculus",
    title="Numbers and circuits",
    about=(
        "Letters are numbers. A letter that the page defines is a node of its circuit."
        " $f$, $g$, $q$ and $F$ before a bracket are functions; any smooth ones where the page does not"
        " define them. Unless the page defines it, $e$ is Euler's number."
    ),
    symbols=(
        Symbol(
            "x",
            "a number; so are all small letters that no other row claims, and $C$, $E$, $H$, $J$ and $L$",
            draw=REAL,
            aliases=_NUMBERS,
            family=True,
        ),
        Symbol("h", "a nudge, the size of a small step", draw=REAL, step=True),
        Symbol("\\eta", "the learning rate", draw=POSITIVE, step=True),
        Symbol(
            "\\Delta x",
            "a change of $x$",
            draw=REAL,
            family=True,
            aliases=tuple(f"\\Delta {a}" for a in _NUMBERS),
        ),
        Symbol("n", "a number of things", size=True),
    ),
    functions=(
        Function(
            "\\sigma",
            "the sigmoid, $\\sigma(z) = \\frac{1}{1 + e^{-z}}$",
            (fn.sigmoid,),
            saturates=18.0,
            aliases=("sigmoid",),
        ),
        Function(
            "ReLU",
            "the rectifier, $\\max(0, z)$; its derivative at 0 is taken as 0",
            (fn.relu,),
            kinks=(0.0,),
            aliases=("relu",),
        ),
        Function("\\tanh", "the hyperbolic tangent", (np.tanh,), saturates=9.0),
        Function(
            "sign",
            "1 for a positive number, $-1$ for a negative one, 0 for 0",
            (fn.sign,),
            kinks=(0.0,),
            aliases=("sgn",),
        ),
        Function(
            "\\Phi",
            "the standard normal distribution: the chance that a normal random number, with the mean 0 and"
            " the standard deviation 1, is at most $z$",
            (gaussian.distribution,),
            saturates=8.0,
        ),
        Function(
            "\\varphi",
            "its density, $\\varphi(z) = \\frac{1}{\\sqrt{2 \\pi}} e^{-z^2 / 2}$",
            (gaussian.density,),
        ),
        replace(SOFTPLUS, aliases=("\\zeta",)),
        LOGIT,
        Function("erf", "the error function, $2 \\Phi(\\sqrt{2} z) - 1$", (gaussian.erf,), saturates=5.5),
    ),
    sizes=_sizes,
    function_letters=("f", "g", "q", "F", "G", "\\phi"),
    indices={"i": "element", "j": "element", "k": "element"},
)
