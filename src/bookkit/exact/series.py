"""Power series: what is known of an expression in a small positive number t, up to some power of it.

A limit puts such a number where its letter is. What comes out is a series, ``c₀ + c₁ t + …``, or one that
begins with negative powers, and of a known number of terms. Its limit is read off, with nothing extrapolated:
the terms with negative powers have to be 0, and c₀ it is. Each term carries the witnesses of any exact
number.

A quotient needs to know with which power its denominator begins, so whether a term is 0 must be certain: it
is the fraction 0, or its residue is 0 and its ball has room for 0. Where a number grows without end, its
exponential is smaller than every power of t, and all its terms are 0, or larger than every one, `Endless`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from bookkit.exact.base import Exact
from bookkit.exact.errors import UndecidedError
from bookkit.exact.near import Near
from bookkit.exact.number import ONE, ZERO, Number, by_squaring, constant, number, raised


class Series(Near):
    """``terms[k]`` times t to the power ``start + k``, and more that is not known; to NumPy an object.

    ``whole`` tells that it is a number that counts: it grows, and skips what is between two whole ones.
    """

    __slots__ = ("start", "terms", "whole")

    def __init__(self, start: int, terms: Sequence[Number], whole: bool = False) -> None:
        self.start, self.terms, self.whole = start, tuple(terms), whole

    @property
    def stop(self) -> int:
        """The first power of which nothing is known."""
        return self.start + len(self.terms)

    def at(self, power: int) -> Number:
        """The factor of a power of t."""
        return self.terms[power - self.start] if self.start <= power < self.stop else ZERO()

    def leading(self) -> Series:
        """The same series, which begins with a term that is certainly not 0."""
        for skipped, term in enumerate(self.terms):
            if not is_certainly_0(term):
                if term.ball.contains(0) and term.fraction is None:
                    raise UndecidedError
                return Series(self.start + skipped, self.terms[skipped:])
        raise UndecidedError

    def _from_the_first(self) -> Series:
        """The same series without the terms before the first that is not written as 0."""
        skipped = 0
        while skipped < len(self.terms) and self.terms[skipped].fraction == 0:
            skipped += 1
        return Series(self.start + skipped, self.terms[skipped:])

    def limit(self) -> Number:
        """Where it goes as t goes to 0; UndecidedError where it goes nowhere, or not enough is known."""
        if self.stop <= 0 or not all(is_certainly_0(self.at(power)) for power in range(self.start, 0)):
            raise UndecidedError
        return self.at(0)

    def __float__(self) -> float:
        raise UndecidedError

    def is_integer(self) -> bool:
        return False

    def __bool__(self) -> bool:
        return self.sign_of_difference(0) != 0

    def sign_of_difference(self, other: Any) -> int | None:
        """By the first term that is not 0, for t is as small as can be, and positive."""
        difference = self - other
        if difference is NotImplemented:
            return None
        found = difference.leading().terms[0]
        return 1 if found > 0 else -1

    # --- arithmetic -------------------------------------------------------------------------------

    def __add__(self, other: Any) -> Any:
        second = self._like(other)
        if second is None:
            return NotImplemented
        start, stop = min(self.start, second.start), min(self.stop, second.stop)
        return Series(start, [self.at(k) + second.at(k) for k in range(start, stop)])

    __radd__ = __add__

    def __neg__(self) -> Series:
        return Series(self.start, [-term for term in self.terms])

    def __sub__(self, other: Any) -> Any:
        second = self._like(other)
        return NotImplemented if second is None else self + -second

    def __rsub__(self, other: Any) -> Any:
        return (-self).__add__(other)

    def __mul__(self, other: Any) -> Any:
        plain = number(other)
        if plain is not None:
            return Series(self.start, [term * plain for term in self.terms])
        if not isinstance(other, Series):
            return NotImplemented
        one, two = self._from_the_first(), other._from_the_first()
        found = []
        for power in range(min(len(one.terms), len(two.terms))):
            total: Any = ZERO()
            for k in range(power + 1):
                total = total + one.terms[k] * two.terms[power - k]
            found.append(total)
        return Series(one.start + two.start, found)

    __rmul__ = __mul__

    def inverse(self) -> Any:
        known = self.leading()
        return Series(-known.start, Near.inverse(Series(0, known.terms)).terms)

    def __truediv__(self, other: Any) -> Any:
        if isinstance(other, Series):
            return self * other.inverse()
        plain = number(other)
        return NotImplemented if plain is None else Series(self.start, [term / plain for term in self.terms])

    def __rtruediv__(self, other: Any) -> Any:
        return self.inverse() * other

    def __pow__(self, other: Any) -> Any:
        if isinstance(other, Series):
            return (other * self.log()).exp()
        exponent = number(other)
        return NotImplemented if exponent is None else raised(self, exponent)

    def __rpow__(self, other: Any) -> Any:
        base = number(other)
        if base is None:
            return NotImplemented
        if self.whole and base < 0:
            size = (self * (-base).log()).exp()
            if isinstance(size, Series) and all(is_certainly_0(term) for term in size.terms):
                return size  # whatever the signs, it is as small
            raise UndecidedError
        return (self * base.log()).exp()

    def _to_the(self, n: int) -> Any:
        if n < 0:
            return self._to_the(-n).inverse()
        return by_squaring(self, n)

    def _like(self, other: Any) -> Series | None:
        """A number as a series of which as much is known."""
        if isinstance(other, Series):
            return other
        plain = number(other)
        if plain is None:
            return None
        return Series(0, [plain, *(ZERO() for _ in range(max(self.stop, 1) - 1))])

    # --- functions --------------------------------------------------------------------------------

    @property
    def still(self) -> Number:
        """The number that it goes to; UndecidedError where it grows without end."""
        return self.limit()

    def _rest(self) -> Series:
        self.limit()
        return Series(1, [self.at(power) for power in range(1, self.stop)])

    def powers(self) -> int:
        return max(1, self.stop - 1)

    def _is_still(self) -> bool:
        return False  # of what comes after the last term nothing is known

    def _with_still(self, still: Number) -> Series:
        return Series(0, [still, *(self.at(power) for power in range(1, self.stop))])

    def pole(self) -> int:
        """1 or -1 where it grows without end, up or down; else 0."""
        if self.start >= 0:
            return 0
        found = next((k for k in range(self.start, 0) if not is_certainly_0(self.at(k))), None)
        if found is None:
            return 0
        return 1 if self.at(found) > 0 else -1

    def exp(self) -> Any:
        if way := self.pole():
            return Endless(1) if way > 0 else self._flat()
        return super().exp()

    def _flat(self) -> Series:
        """What is smaller than every power of t."""
        return Series(0, [ZERO()] * max(len(self.terms), 1))

    def sqrt(self) -> Any:
        known = self.leading()
        if known.start % 2:
            raise UndecidedError
        return Series(known.start // 2, Near.sqrt(Series(0, known.terms)).terms)

    def tanh(self) -> Any:
        way = self.pole()
        return self._flat() + way if way else super().tanh()

    def erf(self) -> Any:
        way = self.pole()
        return self._flat() + way if way else super().erf()

    def arctan(self) -> Any:
        """Far out, a right angle without that of the inverse."""
        way = self.pole()
        return constant("pi") * way / 2 - self.inverse().arctan() if way else super().arctan()

    def sign(self) -> Any:
        return ONE() if self > 0 else -ONE()


class Endless(Exact):
    """What is larger than every power of 1/t, or as far below 0."""

    __slots__ = ("way",)

    def __init__(self, way: Literal[1, -1]) -> None:
        self.way = way

    def __bool__(self) -> bool:
        return True

    def sign_of_difference(self, other: Any) -> int | None:
        return None if _is_finite(other) is None else self.way

    def __neg__(self) -> Endless:
        return Endless(-1 if self.way > 0 else 1)

    def __add__(self, other: Any) -> Any:
        if isinstance(other, Endless):
            if other.way != self.way:
                raise UndecidedError
            return self
        return NotImplemented if _is_finite(other) is None else self

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return self + -other

    def __rsub__(self, other: Any) -> Any:
        return -self + other

    def __mul__(self, other: Any) -> Any:
        if isinstance(other, Endless):
            return Endless(1 if self.way == other.way else -1)
        if _is_finite(other) is None:
            return NotImplemented
        if is_flat(other):
            raise UndecidedError
        return self if other > 0 else -self

    __rmul__ = __mul__

    def inverse(self) -> Any:
        return Series(0, [ZERO()] * FLAT_TERMS)

    def __truediv__(self, other: Any) -> Any:
        if isinstance(other, Endless) or _is_finite(other) is None or is_flat(other):
            raise UndecidedError
        return self if other > 0 else -self

    def __rtruediv__(self, other: Any) -> Any:
        if _is_finite(other) is None:
            return NotImplemented
        return self.inverse()

    def exp(self) -> Any:
        return self if self.way > 0 else self.inverse()

    def limit(self) -> Number:
        raise UndecidedError  # there is none

    def log(self) -> Any:
        raise UndecidedError  # how much larger it is than every power is not known

    def tanh(self) -> Any:
        return self.inverse() + self.way

    erf = tanh


FLAT_TERMS = 12  # of what is 0 to every power; as many as anything else has


def _is_finite(value: Any) -> bool | None:
    """Whether it is a number or a series; None for what is neither."""
    return True if isinstance(value, Series) or number(value) is not None else None


def is_flat(value: Any) -> bool:
    """Whether nothing is known of a number or series but that it is 0, or smaller than every power."""
    terms = value.terms if isinstance(value, Series) else [number(value)]
    return all(is_certainly_0(term) for term in terms)


def is_certainly_0(value: Number) -> bool:
    """Whether a number is 0: as a fraction, or but for an accident by its residue.

    Raises UndecidedError where its ball has room for 0 and nothing else is known.
    """
    if value.fraction is not None:
        return value.fraction == 0
    if not value.ball.contains(0):
        return False
    if value.residue is None:
        raise UndecidedError
    return value.residue.value == 0


def small(way: int, terms: int) -> Series:
    """The number t, or -t with the way -1, of which so many terms are known."""
    return Series(0, [ZERO(), ONE() * way, *(ZERO() for _ in range(terms - 2))])


def far(way: int, terms: int, whole: bool = False) -> Series:
    """A number that grows without end: up, or down with the way -1."""
    return Series(-1, [ONE() * way, *(ZERO() for _ in range(terms - 1))], whole)
