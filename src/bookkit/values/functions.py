"""Elementary functions for the complex step: real functions, carried to complex arguments.

Where a function is analytic it is the usual one; where it is defined piece by piece (absolute value, maximum,
rectifier) the real part chooses the piece. Outside of a function's real domain the value is NaN: the book
has no imaginary numbers, and a logarithm of a negative number must not slip through as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import numpy as np

from bookkit.exact import functions as exact
from bookkit.exact.functions import is_exact
from bookkit.exact.interval import Interval, interval
from bookkit.values.errors import EquationError

Value = Any  # a number (float or complex) or an array of them
TINY = 1e-250  # below it, a float loses what a complex step adds
HAIR = 1e-9  # what rounding may leave of a 0


class Domain:
    """Notes when a function is asked for a value clearly outside of its domain.

    An argument of 0, or one that rounding has brought below it, is none of these: poles and ends of a domain
    are single points, which no random draw hits.
    """

    def __init__(self) -> None:
        self.outside = False

    def note(self, x: Value) -> None:
        if np.any(np.real(x) < -HAIR):
            self.outside = True

    @contextmanager
    def excused(self) -> Iterator[None]:
        """For a while nothing is noted: a derivative speaks of where there is something to derive."""
        kept = self.outside
        try:
            yield
        finally:
            self.outside = kept


domain = Domain()


def or_exactly(other: Callable[..., Value]) -> Callable[[Callable[..., Value]], Callable[..., Value]]:
    """A function of floats, and of exact numbers by another way, which need not fear rounding."""

    def both(function: Callable[..., Value]) -> Callable[..., Value]:
        @wraps(function)
        def of(*values: Value) -> Value:
            for value in values[:2]:
                if is_exact(value):
                    return other(*values)
            return function(*values)

        return of

    return both


def of_no_matrix(name: str, function: Callable[[Value], Value]) -> Callable[[Value], Value]:
    r"""A function that matrices have too: \exp(A) and the exponentials of the entries are two things."""

    def of(x: Value) -> Value:
        if np.ndim(x) == 2 and min(np.shape(x)) > 1:
            raise EquationError(f"{name} of a matrix, or of each of its entries? write it with indices")
        return function(x)

    return of


def real(x: Value) -> Value:
    return np.real(x)


def where_real(x: Value, good: Value, value: Value) -> Value:
    """The value where the argument is in the real domain, NaN elsewhere."""
    return np.where(good, value, np.nan) if np.ndim(x) else (value if good else np.nan)


@or_exactly(exact.exp)
def exp(x: Value) -> Value:
    value = np.exp(x)
    return where_real(x, np.abs(value) > 0, value)


@or_exactly(exact.log)
def log(x: Value) -> Value:
    good = np.real(x) > 0
    domain.note(x)
    return where_real(x, good, np.log(x if np.all(good) else np.where(good, x, 1.0) if np.ndim(x) else 1.0))


@or_exactly(exact.sqrt)
def sqrt(x: Value) -> Value:
    good = np.real(x) > 0 if np.iscomplexobj(x) else np.real(x) >= 0
    domain.note(x)
    return where_real(x, good, np.sqrt(x if np.all(good) else np.where(good, x, 1.0) if np.ndim(x) else 1.0))


def logit(p: Value) -> Value:
    good = (np.real(p) > 0) & (np.real(p) < 1)
    inside = np.where(good, p, 0.5) if np.ndim(p) else (p if good else 0.5)
    return where_real(p, good, np.log(inside / (1.0 - inside)))


@or_exactly(exact.arsinh)
def arsinh(x: Value) -> Value:
    return np.arcsinh(x)


@or_exactly(exact.arcosh)
def arcosh(x: Value) -> Value:
    domain.note(x - 1.0)
    return where_real(x, np.real(x) >= 1, np.arccosh(x + 0j if np.isrealobj(x) else x))


@or_exactly(exact.artanh)
def artanh(x: Value) -> Value:
    return logit((1.0 + x) / 2.0) / 2.0


@or_exactly(exact.arcsin)
def arcsin(x: Value) -> Value:
    return _inverse(np.arcsin, x)


@or_exactly(exact.arccos)
def arccos(x: Value) -> Value:
    return _inverse(np.arccos, x)


def _inverse(function: Any, x: Value) -> Value:
    """Of a function that stays between -1 and 1."""
    good = np.abs(np.real(x)) <= 1
    return where_real(x, good, function(x if np.all(good) else np.where(good, x, 0.0) if np.ndim(x) else 0.0))


@or_exactly(exact.power)
def power(x: Value, n: Value) -> Value:
    """x to the n: any base for a whole exponent, a positive base for others."""
    whole = np.imag(n) == 0 and float(np.real(n)).is_integer()
    if whole:
        n = int(np.real(n))
        if n < 0 and x == 0:
            return np.nan
        try:
            value = x**n if n >= 0 else 1.0 / x ** (-n)
        except OverflowError:  # Python's numbers say so where numpy's become infinite
            return np.inf if n > 0 else 0.0
        return np.nan if value == 0 and x != 0 and n > 0 and np.isreal(x) else value
    if not np.real(x) > 0:
        domain.note(x)
        return 0.0 if x == 0 and np.real(n) > 0 else np.nan
    return np.exp(n * np.log(x))


@or_exactly(exact.odd_root)
def odd_root(x: Value, n: int) -> Value:
    """The real root of an odd degree, which a negative number has as well."""
    return -power(-x, 1.0 / n) if np.real(x) < 0 else power(x, 1.0 / n)


@or_exactly(exact.sigmoid)
def sigmoid(z: Value) -> Value:
    positive = np.real(z) >= 0
    small = np.exp(np.where(positive, -z, z)) if np.ndim(z) else np.exp(-z if positive else z)
    return (
        np.where(positive, 1.0, small) / (1.0 + small)
        if np.ndim(z)
        else (1.0 if positive else small) / (1.0 + small)
    )


@or_exactly(exact.softplus)
def softplus(z: Value) -> Value:
    positive = np.real(z) >= 0
    small = np.exp(np.where(positive, -z, z)) if np.ndim(z) else np.exp(-z if positive else z)
    return np.log1p(small) + (np.where(positive, z, 0.0) if np.ndim(z) else (z if positive else 0.0))


def relu(z: Value) -> Value:
    if isinstance(z, Interval):
        return z.larger(0)
    return np.where(np.real(z) > 0, z, 0.0) if np.ndim(z) else (z if np.real(z) > 0 else 0.0 * z)


def absolute(x: Value) -> Value:
    if isinstance(x, Interval):
        return abs(x)
    return np.where(np.real(x) < 0, -x, x) if np.ndim(x) else (-x if np.real(x) < 0 else x)


def sign(x: Value) -> Value:
    return np.sign(np.real(x)) + 0.0 * x


def maximum(x: Value, y: Value) -> Value:
    if _are_intervals(x, y):
        return interval(x).larger(y)
    first = np.real(x) >= np.real(y)
    return np.where(first, x, y) if np.ndim(first) else (x if first else y)


def minimum(x: Value, y: Value) -> Value:
    if _are_intervals(x, y):
        return interval(x).smaller(y)
    first = np.real(x) <= np.real(y)
    return np.where(first, x, y) if np.ndim(first) else (x if first else y)


def _are_intervals(x: Value, y: Value) -> bool:
    """Whether one is an interval, and the other one or a number."""
    one = isinstance(x, Interval) or isinstance(y, Interval)
    return one and interval(x) is not None and interval(y) is not None


def log_sigmoid(z: Value) -> Value:
    """The logarithm of the sigmoid, also where the sigmoid is too small for a float."""
    return -softplus(-z)


@or_exactly(exact.log_softmax)
def log_softmax(z: Value) -> Value:
    """The logarithms of the softmax of every column, also where it is too small for a float."""
    moved = z - np.max(np.real(z), axis=0, keepdims=True)
    return moved - np.log(np.sum(np.exp(moved), axis=0, keepdims=True))


@or_exactly(lambda a, output, z, of_z: exact.log(a))
def log_output(
    a: Value,
    output: Callable[[Value], Value],
    z: Callable[[], Value],
    of_z: Callable[[Value], Value],
) -> Value:
    """The logarithm of what an output function has made; taken from z where a float holds nothing of it.

    A cost has no bound because its logarithm has none; a draw far out has to show it. What a derivative has
    moved, or a page replaced, is no longer what the function has made.
    """
    found = log(a)
    if np.all(np.real(a) > TINY):
        return found
    weighted = z()
    lost = (np.real(a) <= TINY) & (a == output(weighted))
    result: Value = np.where(lost, of_z(weighted), found)
    return result[()]


@or_exactly(lambda a, y, z: exact.cross_entropy(a, y))
def cross_entropy(a: Value, y: Value, z: Callable[[], Value]) -> Value:
    """The binary cross-entropy of sigmoids of z, entry by entry."""
    yes = log_output(a, sigmoid, z, log_sigmoid)
    no = log_output(1.0 - a, lambda w: 1.0 - sigmoid(w), z, lambda w: log_sigmoid(-w))
    return -(y * yes + (1.0 - y) * no)


@or_exactly(exact.softmax)
def softmax(z: Value) -> Value:
    """Softmax of every column."""
    powers = np.exp(z - np.max(np.real(z), axis=0, keepdims=True))
    return powers / np.sum(powers, axis=0, keepdims=True)


def softmax_of_rows(z: Value) -> Value:
    """Softmax of every row."""
    return softmax(z.T).T
