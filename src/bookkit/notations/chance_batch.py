"""The noise of mini-batches: gradients of samples that are drawn at random."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator

from bookkit.notations.draws import ALONE, POSITIVE, REAL, some_sizes
from bookkit.notations.laws import listed
from bookkit.notations.shared import SAMPLES
from bookkit.notations.table import Array, Notation, Symbol


def _sizes(rng: Generator, mentioned: frozenset[str], mode: str) -> dict[str, Any]:
    samples, batch = some_sizes(rng, mode, 2, (3, 5, 5), alone=ALONE in mentioned)
    return {"m": samples, "n": samples, "B": batch}


def _costs(at: Any, _: int) -> Array:
    rng, shape = at.rng("samples"), (1, at.sizes["m"])
    off = at("\\theta") - rng.normal(0.0, 2.0, shape)
    return rng.uniform(0.2, 2.0, shape) * off**2 + np.cos(off)


def _gradients(at: Any) -> tuple[Any, Any]:
    row = at.gradient(("\\operatorname{costs}", None, ()), ("\\theta", None, ()))
    samples = at.sizes["m"]
    return np.reshape(row, (-1,)), np.full(samples, 1.0 / samples)


NOTATION = Notation(
    name="chance-batch",
    title="Random samples",
    about=(
        "Expectation and variance as in the table of chance. The samples and one parameter $\\theta$ are"
        " fixed; random is which samples are drawn: each as likely as any other, and with replacement,"
        " so that a sample may be drawn twice."
    ),
    symbols=(
        SAMPLES,
        Symbol("B", "the number of samples in a batch", size=True),
        Symbol("\\theta", "the parameter, a fixed number", draw=REAL, aliases=("w",), family=True),
        Symbol(
            "\\operatorname{costs}",
            "the costs of the single samples at $\\theta$; $C^{(i)}$ is one of them",
            ("1", "m"),
            rule=_costs,
            rule_words="smooth functions of $\\theta$, other ones in every draw",
        ),
        Symbol(
            "C",
            "the mean of the costs of all samples",
            rule=lambda at, _: np.sum(at("\\operatorname{costs}")) / at.sizes["m"],
            rule_words="$\\frac{1}{m} \\sum_{i=1}^{m} C^{(i)}$",
            samples="\\operatorname{costs}",
        ),
        Symbol(
            "g_b",
            "the gradient of the cost of the sample drawn as number $b$",
            law=listed(
                "each $\\frac{\\partial C^{(i)}}{\\partial \\theta}$ with the chance $\\frac{1}{m}$;"
                " independent",
                _gradients,
            ),
            members=(("B",),),
        ),
        Symbol("\\eta", "the learning rate", draw=POSITIVE, step=True),
        Symbol("c", "a fixed number", draw=REAL),
    ),
    sizes=_sizes,
    indices={"i": "element", "j": "element", "b": "element", "k": "element"},
)
