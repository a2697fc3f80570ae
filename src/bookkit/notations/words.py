"""Functions that are written as words and mean the same in every table that has no other of that name."""

from __future__ import annotations

from typing import Any

import numpy as np

from bookkit.notations.table import Function
from bookkit.values import functions as fn
from bookkit.values import gaussian
from bookkit.values.errors import ShapeError


def _silu(z: Any) -> Any:
    return z * fn.sigmoid(z)


def _gelu(z: Any) -> Any:
    return z * gaussian.distribution(z)


def _sech(z: Any) -> Any:
    return 1.0 / np.cosh(z)


def _csch(z: Any) -> Any:
    return 1.0 / np.sinh(z)


def _softmax(z: Any) -> Any:
    """Of a matrix nobody can tell whether each row or each column is meant; a page declares that."""
    if np.shape(z)[1] != 1:
        raise ShapeError(
            f"softmax takes a column, not {np.shape(z)[0]} × {np.shape(z)[1]}; for a matrix declare it,"
            " softmax: the softmax of each row"
        )
    return fn.softmax(z)


SOFTPLUS = Function("softplus", "softplus, $\\log(1 + e^z)$", (fn.softplus,), saturates=18.0)
LOGIT = Function("logit", "the inverse of the sigmoid, $\\log \\frac{p}{1 - p}$", (fn.logit,))
# No word of LaTeX has a blank in it, so nobody can type this name; it is written (u)_+.
POSITIVE_PART = Function("positive part", "the positive part, $(u)_+$", (fn.relu,), kinks=(0.0,))
_WORDS = (
    SOFTPLUS,
    LOGIT,
    POSITIVE_PART,
    Function("softmax", "the softmax of a column", (_softmax,), whole=True),
    Function("sigmoid", "the sigmoid", (fn.sigmoid,), saturates=18.0),
    Function("ReLU", "the rectifier", (fn.relu,), kinks=(0.0,), aliases=("relu",)),
    Function("SiLU", "the sigmoid linear unit, $z \\sigma(z)$", (_silu,), aliases=("swish", "Swish")),
    Function("GELU", "the Gaussian error linear unit, $z \\Phi(z)$", (_gelu,), saturates=8.0),
    Function("arsinh", "the inverse of $\\sinh$", (fn.arsinh,), aliases=("arcsinh",)),
    Function("arcosh", "the inverse of $\\cosh$", (fn.arcosh,), aliases=("arccosh",)),
    Function("artanh", "the inverse of $\\tanh$", (fn.artanh,), aliases=("arctanh",)),
    Function("sech", "the hyperbolic secant, $\\frac{1}{\\cosh z}$", (_sech,)),
    Function("csch", "the hyperbolic cosecant, $\\frac{1}{\\sinh z}$", (_csch,)),
    Function("sign", "the sign", (fn.sign,), kinks=(0.0,), aliases=("sgn",)),
)
STANDARD: dict[str, Function] = {name: item for item in _WORDS for name in (item.latex, *item.aliases)}
