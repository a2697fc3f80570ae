"""Random quantities, exactly: every one has finitely many values, so that a mean is a finite sum.

A probability space is made of independent sources, each with a few outcomes. A random quantity is an array
with one axis for every source, of length 1 where it does not depend on it. Sums and products of quantities
are those of the arrays; an expectation weighs every axis with the chances of its source and sums over it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from bookkit.exact.functions import is_exact
from bookkit.values import functions as fn
from bookkit.values.errors import EquationError

Value = Any
MOST_OUTCOMES = 2_000_000


class Space:
    """Independent sources of chance; source number i owns the axis -1 - i of every array."""

    def __init__(self) -> None:
        self.chances: list[np.ndarray[Any, Any]] = []
        self.numbers: dict[str, int] = {}

    def source(self, name: str, chances: Value) -> int:
        """The number of a source; the first to name it says how likely its outcomes are."""
        if name not in self.numbers:
            self.numbers[name] = len(self.chances)
            self.chances.append(np.asarray(chances, dtype=object if is_exact(chances) else float))
        return self.numbers[name]

    def quantity(self, source: int, values: Value) -> RandomNumber:
        """A quantity that depends on one source: its value for each of the outcomes."""
        return RandomNumber(self, np.reshape(np.asarray(values), (-1,) + (1,) * source))

    def mean(self, array: Value) -> Value:
        """The expectation of an array of values."""
        for number in range(np.ndim(array)):
            axis = -1 - number
            if np.shape(array)[axis] > 1:
                shape = (-1,) + (1,) * number
                array = np.sum(array * self.chances[number].reshape(shape), axis=axis, keepdims=True)
        return np.reshape(array, ())[()]


def random_(value: Value) -> bool:
    """Whether a value depends on chance."""
    return isinstance(value, RandomNumber)


class RandomNumber:
    """A number that depends on chance. To arithmetic it is a number; it is never true or false by itself."""

    shape: tuple[int, ...] = ()
    ndim = 0
    size = 1
    __hash__ = None  # type: ignore[assignment]  # no key: == gives a random number

    def __init__(self, space: Space, values: Value) -> None:
        if np.size(values) > MOST_OUTCOMES:
            raise EquationError("too many outcomes to enumerate; take fewer random things together")
        self.space = space
        self.values = values

    def apply(self, function: Callable[..., Value], *others: Value) -> RandomNumber:
        """A function of arrays, entry by entry, with this quantity as its first argument."""
        return RandomNumber(self.space, function(self.values, *(bare(other) for other in others)))

    def __array_ufunc__(self, function: Any, method: str, *inputs: Value, **options: Any) -> Any:
        if method != "__call__" or options:
            return NotImplemented
        return RandomNumber(self.space, function(*(bare(item) for item in inputs)))

    def __add__(self, other: Value) -> RandomNumber:
        return self.apply(np.add, other)

    def __sub__(self, other: Value) -> RandomNumber:
        return self.apply(np.subtract, other)

    def __rsub__(self, other: Value) -> RandomNumber:
        return self.apply(lambda a, b: b - a, other)

    def __mul__(self, other: Value) -> Value:
        if isinstance(other, np.ndarray) and other.ndim:
            raise EquationError("a random number times a matrix; write the entries")
        return self.apply(np.multiply, other)

    __radd__, __rmul__ = __add__, __mul__

    def __truediv__(self, other: Value) -> RandomNumber:
        return self.apply(divided, other)

    def __rtruediv__(self, other: Value) -> RandomNumber:
        return self.apply(lambda a, b: divided(b, a), other)

    def __neg__(self) -> RandomNumber:
        return self.apply(np.negative)

    def __eq__(self, other: Value) -> RandomNumber:  # type: ignore[override]  # no bool, as in numpy
        return self.apply(np.equal, other)

    def __ne__(self, other: Value) -> RandomNumber:  # type: ignore[override]  # no bool, as in numpy
        return self.apply(np.not_equal, other)

    def __lt__(self, other: Value) -> RandomNumber:
        return self.apply(np.less, other)

    def __gt__(self, other: Value) -> RandomNumber:
        return self.apply(np.greater, other)

    def __le__(self, other: Value) -> RandomNumber:
        return self.apply(np.less_equal, other)

    def __ge__(self, other: Value) -> RandomNumber:
        return self.apply(np.greater_equal, other)

    def __bool__(self) -> bool:
        raise EquationError("a case that depends on chance; write an indicator, or an expectation around it")

    def __float__(self) -> float:
        raise EquationError("a quantity that depends on chance stands where one number is needed")

    __int__ = __float__

    # What the evaluator asks of any value: its parts, its largest and smallest entry.
    @property
    def real(self) -> RandomNumber:
        return self.apply(np.real)

    @property
    def imag(self) -> RandomNumber:
        return self.apply(np.imag)

    @property
    def dtype(self) -> Any:
        return self.values.dtype

    def max(self, axis: Any = None, out: Any = None) -> Value:
        return self.values.max()

    def min(self, axis: Any = None, out: Any = None) -> Value:
        return self.values.min()

    def any(self, axis: Any = None, out: Any = None) -> bool:
        return bool(self.values.any())

    def all(self, axis: Any = None, out: Any = None) -> bool:
        return bool(self.values.all())

    def sum(self, axis: Any = None, dtype: Any = None, out: Any = None) -> Value:
        return self.values.sum()

    # What is asked of chance.
    def mean(self) -> Value:
        """The expectation."""
        return self.space.mean(self.values)

    def variance(self) -> Value:
        """The mean square of the distance from the expectation."""
        return self.space.mean((self.values - self.mean()) ** 2)

    def outcomes(self) -> dict[float, float]:
        """The different values and their chances, of a quantity with few."""
        found: dict[float, float] = {}
        for value in np.unique(np.real(self.values)):
            found[float(value)] = float(np.real(self.space.mean(np.equal(self.values, value) * 1.0)))
        return found


def bare(value: Value) -> Value:
    """The array of a random number; anything else as it is."""
    return value.values if isinstance(value, RandomNumber) else value


def divided(top: Value, bottom: Value) -> Value:
    """A quotient, NaN where the denominator is 0."""
    safe = np.where(bottom == 0, 1.0, bottom)
    return np.where(bottom == 0, np.nan, top / safe)


def lifted(function: Callable[..., Value]) -> Callable[..., Value]:
    """A function of numbers and arrays, entry by entry, for random numbers as well."""

    def of(*values: Value) -> Value:
        for value in values:
            if isinstance(value, RandomNumber):
                return RandomNumber(value.space, function(*(_array(bare(item)) for item in values)))
        return function(*values)

    return of


def _array(value: Value) -> Value:
    """As an array with an axis, so that functions that go piece by piece go entry by entry."""
    return np.reshape(value, (1,)) if np.ndim(value) == 0 else value


def power(base: Value, exponent: Value) -> Value:
    """A power of a random number, or with one above: for each outcome."""
    base, exponent = bare(base), bare(exponent)
    if np.ndim(exponent) == 0 and np.imag(exponent) == 0 and float(np.real(exponent)).is_integer():
        n = int(np.real(exponent))
        return divided(1.0, base ** (-n)) if n < 0 else base**n
    good = np.real(base) > 0
    fn.domain.note(base)
    found = np.exp(exponent * np.log(np.where(good, base, 1.0)))
    return np.where(good, found, np.where((base == 0) & (np.real(exponent) > 0), 0.0, np.nan))


def odd_root(base: Value, degree: int) -> Value:
    """The real root of an odd degree, for each outcome."""
    size = np.abs(np.real(base))
    root = power(np.where(size == 0, 1.0, np.where(np.real(base) < 0, -base, base)), 1.0 / degree)
    return np.where(size == 0, 0.0, np.where(np.real(base) < 0, -root, root))


def as_column(value: Value) -> Value:
    """All outcomes of a random number below one another."""
    return np.reshape(bare(value), (-1, 1))


def for_all_outcomes(left: Value, right: Value) -> tuple[Value, Value]:
    """Two sides as they are; if one is random, both for every outcome."""
    if not (random_(left) or random_(right)):
        return left, right
    if not all(random_(side) or np.ndim(side) == 0 for side in (left, right)):
        raise EquationError("one side is a random number, the other a matrix")
    one, other = np.broadcast_arrays(bare(left), bare(right))
    return as_column(one), as_column(other)


def words(value: RandomNumber) -> str:
    """The values and their chances, for people."""
    found = value.outcomes() if np.size(value.values) <= 64 else {}
    if not 0 < len(found) <= 4:
        return "one of many values"
    return " or ".join(f"{item:.6g} (chance {weight:.3g})" for item, weight in found.items())
