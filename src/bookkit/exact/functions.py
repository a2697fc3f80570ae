"""Functions of exact numbers that floats have in another form, against overflow and rounding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from bookkit.exact import gammas
from bookkit.exact.base import Exact
from bookkit.exact.interval import Interval
from bookkit.exact.moved import still
from bookkit.exact.number import each, number

Value = Any


def is_exact(value: Value) -> bool:
    """Whether a value is an exact number or an array of such."""
    if getattr(value, "dtype", None) != Exact.dtype:
        return False
    array = isinstance(value, np.ndarray)
    return any(isinstance(item, Exact) for item in value.flat) if array else isinstance(value, Exact)


def is_wide(value: Value) -> bool:
    """Whether a number is an interval, or was one before it moved."""
    return isinstance(still(value), Interval)


def called(name: str) -> Callable[[Value], Value]:
    """A function that a number knows by name, entry by entry."""

    def function(value: Value) -> Value:
        return each(lambda item: getattr(exactly(item), name)(), value)

    return function


def exactly(value: Value) -> Value:
    """Any number as an exact one."""
    found = number(value)
    return value if found is None else found


exp, log, sqrt = called("exp"), called("log"), called("sqrt")
arcsin, arccos, erf = called("arcsin"), called("arccos"), called("erf")


def gamma(x: Value) -> Value:
    return each(lambda item: gammas.gamma(exactly(item)), x)


def digamma(x: Value) -> Value:
    return each(lambda item: gammas.digamma(exactly(item)), x)


def arsinh(x: Value) -> Value:
    return each(lambda item: log(item + sqrt(item * item + 1)), x)


def arcosh(x: Value) -> Value:
    return each(lambda item: log(item + sqrt(item - 1) * sqrt(item + 1)), x)


def artanh(x: Value) -> Value:
    return each(lambda item: log((1 + item) / (1 - item)) / 2, x)


def sigmoid(z: Value) -> Value:
    return each(lambda item: item.sigmoid() if is_wide(item) else 1 / (1 + exp(-item)), z)


def softplus(z: Value) -> Value:
    return each(lambda item: item.softplus() if is_wide(item) else log(1 + exp(item)), z)


def softmax(z: Value) -> Value:
    """Softmax of every column."""
    powers = exp(z)
    return powers / np.sum(powers, axis=0, keepdims=True)


def log_softmax(z: Value) -> Value:
    return z - log(np.sum(exp(z), axis=0, keepdims=True))


def cross_entropy(a: Value, y: Value) -> Value:
    """The binary cross-entropy, entry by entry."""
    return -(y * log(a) + (1 - y) * log(1 - a))


def power(x: Value, n: Value) -> Value:
    return exactly(x) ** n


def odd_root(x: Value, n: int) -> Value:
    """The real root of an odd degree."""
    if x < 0:
        return -odd_root(-x, n)
    return exp(log(x) / n)
