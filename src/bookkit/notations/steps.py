"""Gradient descent and its relatives, step by step: one parameter, one number at a time t."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from numpy.random import Generator

from bookkit.notations.draws import (
    ALONE,
    COUNT,
    EDGE,
    FRACTION,
    NESTED,
    PLAIN,
    POSITIVE,
    REAL,
    SPECIAL,
    WIDE,
    some_sizes,
)
from bookkit.notations.laws import ANY, dependent
from bookkit.notations.table import TIME, Notation, Symbol


def _sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    if mode in (SPECIAL, EDGE):
        most = 12 if NESTED in mentioned else 60
        (steps,) = some_sizes(rng, mode, 1, (3, 8, most), alone=ALONE in mentioned)
        return {"T": steps, "n": 0}
    many = rng.integers(6) == 0  # now and then, so that nothing is true of the first few steps only
    most = {PLAIN: 4, WIDE: 100 if many else 20}.get(mode, 30 if many else 8)
    return {"T": int(rng.integers(2, most)), "n": 0}


NOTATION = Notation(
    name="steps",
    title="Steps",
    about=(
        "One parameter and its gradients; every parameter of a network is moved in the same way."
        " A letter with the index $t$ is a sequence, one number for every step $t = 1, \\dots, T$;"
        " index 0 is the start. Where the page says how a sequence goes on, it is computed step by step;"
        " else its numbers may be any. Without an index the same letter is a number of its own."
    ),
    symbols=(
        Symbol("T", "the number of steps", size=True),
        Symbol("g_t", "the gradient at step $t$", draw=REAL, family=True, time=True, aliases=("G",)),
        Symbol(
            "\\theta_t",
            "the parameter after step $t$; so are all letters that no other row claims",
            draw=REAL,
            family=True,
            time=True,
            first=0,
            aliases=(
                "v",
                "m",
                "u",
                "w",
                "x",
                "y",
                "r",
                "s",
                "\\hat{m}",
                "\\hat{v}",
                "\\tilde{\\theta}",
                "\\Delta \\theta",
            ),
        ),
        Symbol(
            "\\eta",
            "the learning rate; $\\eta_t$ that of step $t$",
            draw=POSITIVE,
            step=True,
            family=True,
            time=True,
            first=0,
            aliases=("\\alpha",),
        ),
        Symbol(
            "\\beta",
            "how much of the past is kept; $\\beta_1$ and $\\beta_2$ are two such numbers",
            draw=FRACTION,
            family=True,
            aliases=("\\rho", "\\gamma", "\\mu"),
        ),
        Symbol("\\lambda", "a curvature, or the strength of regularisation", draw=POSITIVE, family=True),
        Symbol("\\epsilon", "a small number that keeps a denominator from being 0", draw=POSITIVE),
        Symbol("c", "a number; $a$ and $b$, too", draw=REAL, aliases=("a", "b", "C")),
        Symbol("k", "a whole number of steps", draw=COUNT),
    ),
    sizes=_sizes,
    function_letters=("C", "f", "F", "h", "\\varphi"),
    indices={"t": TIME, "s": TIME, "i": TIME, "\\tau": TIME},
)


RANDOM = replace(
    NOTATION,
    name="chance-steps",
    title="Steps with random gradients",
    about=(
        "As in the table of steps, but the gradients are random; expectation and variance as in the table of"
        " chance. Without its time, $g$ is the gradient of any one step."
    ),
    symbols=tuple(
        Symbol(
            "g_t",
            "the gradient at step $t$",
            law=dependent(
                ANY, "any distribution, the same at every step; they may depend on one another", ("E",)
            ),
            members=(("T",),),
        )
        if symbol.base == "g"
        else symbol
        for symbol in NOTATION.symbols
    ),
)
NOTATIONS = (NOTATION, RANDOM)
