"""Intervals: all numbers between two ends, each of which belongs to it or not, and may be infinite.

A ball is as small as rounding allows; an interval is as wide as a question is. What comes out of an
operation holds every value that the operation has for numbers of the intervals, so that what is true of it is
true of all of them. An end is ``open`` only where the value is certainly never reached; an end that is not
open may be reached or not. So ``exp`` of all numbers is more than 0, and 1 divided by it has a value.

A function that rises or falls is followed at its two ends, so nothing is lost in it. What is lost is that one
number occurs twice: ``x - x`` of an interval is no 0. Who asks has to cut it into smaller ones. Where a sign
is not the same on all of an interval, `UndecidedError` says so, and `NoValueError` where an operation has no
value anywhere on it. The largest of two, and a magnitude, are known all the same: they have no jump.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from bookkit.exact.base import Exact
from bookkit.exact.errors import NoValueError, UndecidedError
from bookkit.exact.number import Ball, Number, ball_of, number, raised

CRITICAL = 64  # places where a sine turns that are looked at in one interval; more are all that there are
FAR = 10**9  # beyond it, nobody counts them


class End(NamedTuple):
    """One end: a number without a radius, or an infinity, and whether it is certainly not reached."""

    at: Ball
    open: bool


@cache
def _infinity(sign: int) -> Ball:
    from flint import arb

    return arb.pos_inf() if sign > 0 else arb.neg_inf()


@cache
def _whole(value: int) -> Ball:
    from flint import arb

    return arb(value)


def _is_infinite(at: Ball) -> bool:
    return not at.is_finite()


def low(ball: Ball, is_open: bool) -> End:
    """The lower end that a computed ball is; what has no value may be anything."""
    if ball.is_finite():
        return End(ball if ball.is_exact() else ball.lower(), is_open)
    return End(ball if ball > 0 and not ball.is_nan() else _infinity(-1), True)


def high(ball: Ball, is_open: bool) -> End:
    if ball.is_finite():
        return End(ball if ball.is_exact() else ball.upper(), is_open)
    return End(ball if ball < 0 and not ball.is_nan() else _infinity(1), True)


def _product(one: End, other: End) -> tuple[Ball, bool]:
    """An end times an end; 0 times what grows without end is 0, since no number is infinite."""
    if one.at.is_zero() or other.at.is_zero():
        reached = (one.at.is_zero() and not one.open) or (other.at.is_zero() and not other.open)
        return _whole(0), not reached
    if _is_infinite(one.at) or _is_infinite(other.at):
        return _infinity(1 if (one.at > 0) == (other.at > 0) else -1), True
    return one.at * other.at, one.open or other.open


class Interval(Exact):
    """All numbers between two ends; to NumPy an object with arithmetic."""

    __slots__ = ("high", "low")

    def __init__(self, low: End, high: End) -> None:
        self.low, self.high = low, high

    @classmethod
    def between(
        cls,
        first: Fraction | None,
        last: Fraction | None,
        without_first: bool = True,
        without_last: bool = True,
    ) -> Interval:
        """From a fraction to a fraction, with these ends or without; None is without end."""
        one = End(_infinity(-1), True) if first is None else low(ball_of(first), without_first)
        return cls(one, End(_infinity(1), True) if last is None else high(ball_of(last), without_last))

    def __repr__(self) -> str:
        left, right = "(" if self.low.open else "[", ")" if self.high.open else "]"
        return f"{left}{self.low.at.str(8)}, {self.high.at.str(8)}{right}"

    # --- what the proof-reader asks of any value ---------------------------------------------------

    def __float__(self) -> float:
        raise UndecidedError

    __int__ = __index__ = __float__

    def is_integer(self) -> bool:
        """Whether it is a whole number; one that may be any of many is not."""
        return False

    def __bool__(self) -> bool:
        return self.sign_of_difference(0) != 0

    def sign_of_difference(self, other: Any) -> int | None:
        if self is other:
            raise UndecidedError  # two numbers of one interval may be two
        if (second := interval(other)) is None:
            return None
        if _is_below(self.high, second.low):
            return -1
        if _is_below(second.high, self.low):
            return 1
        raise UndecidedError

    def __le__(self, other: Any) -> Any:
        second = interval(other)
        if second is not None and self.high.at <= second.low.at:
            return True  # they may share an end
        return super().__le__(other)

    def __ge__(self, other: Any) -> Any:
        second = interval(other)
        if second is not None and self.low.at >= second.high.at:
            return True
        return super().__ge__(other)

    def middle(self) -> float:
        """A number of it, roughly."""
        return float((self.low.at + self.high.at).mid()) / 2

    def is_at_least_0(self) -> bool:
        """Whether no number of it is negative."""
        return bool(self.low.at >= 0)

    def is_above_0(self) -> bool:
        """Whether all numbers of it are positive."""
        return bool(self.low.at > 0) or (self.low.at.is_zero() and self.low.open)

    # --- arithmetic -------------------------------------------------------------------------------

    def __add__(self, other: Any) -> Any:
        if (second := interval(other)) is None:
            return NotImplemented
        return Interval(
            low(self.low.at + second.low.at, self.low.open or second.low.open),
            high(self.high.at + second.high.at, self.high.open or second.high.open),
        )

    __radd__ = __add__

    def __neg__(self) -> Interval:
        return Interval(End(-self.high.at, self.high.open), End(-self.low.at, self.low.open))

    def __sub__(self, other: Any) -> Any:
        second = interval(other)
        return NotImplemented if second is None else self + -second

    def __rsub__(self, other: Any) -> Any:
        return (-self).__add__(other)

    def __mul__(self, other: Any) -> Any:
        if (second := interval(other)) is None:
            return NotImplemented
        ends = [_product(a, b) for a in (self.low, self.high) for b in (second.low, second.high)]
        lows, highs = [low(*end) for end in ends], [high(*end) for end in ends]
        return Interval(_smallest(lows), _largest(highs))

    __rmul__ = __mul__

    def inverse(self) -> Interval:
        """1 divided by the number."""
        first, last = self.low, self.high
        if first.at.is_zero() and last.at.is_zero():
            raise NoValueError
        if not (first.at > 0 or last.at < 0 or self.is_above_0() or (-self).is_above_0()):
            raise UndecidedError
        one = _whole(1)
        return Interval(
            End(_infinity(-1), True) if last.at.is_zero() else low(_over(one, last.at), last.open),
            End(_infinity(1), True) if first.at.is_zero() else high(_over(one, first.at), first.open),
        )

    def __truediv__(self, other: Any) -> Any:
        second = interval(other)
        return NotImplemented if second is None else self * second.inverse()

    def __rtruediv__(self, other: Any) -> Any:
        return self.inverse() * other

    def __pow__(self, other: Any) -> Any:
        if isinstance(other, Interval):
            return (other * self.log()).exp()
        exponent = number(other)
        return NotImplemented if exponent is None else raised(self, exponent)

    def __rpow__(self, other: Any) -> Any:
        base = number(other)
        return NotImplemented if base is None else (self * base.log()).exp()

    def _to_the(self, n: int) -> Any:
        if n < 0:
            return self._to_the(-n).inverse()
        if n == 0:
            return interval(1)
        if n > 10**6:
            raise UndecidedError
        if n % 2 or self.is_at_least_0():
            return self._rising(lambda at: at**n, _infinity(-1), _infinity(1))
        if self.high.at <= 0:
            return (-self)._to_the(n)
        return abs(self)._to_the(n)

    def __abs__(self) -> Any:
        if self.is_at_least_0():
            return self
        if self.high.at <= 0:
            return -self
        return Interval(End(_whole(0), False), _largest([self.high, End(-self.low.at, self.low.open)]))

    def larger(self, other: Any) -> Any:
        """The larger one of two numbers."""
        second = interval(other)
        return Interval(_greater(self.low, second.low), _largest([self.high, second.high]))

    def smaller(self, other: Any) -> Any:
        return -((-self).larger(-interval(other)))

    # --- functions, under the names by which NumPy asks for them -----------------------------------

    def _rising(self, function: Callable[[Ball], Ball], first: Ball, last: Ball) -> Interval:
        """A function that never falls; ``first`` and ``last`` bound its values, without being any of them."""
        one = low(first if _is_infinite(self.low.at) else function(self.low.at), self.low.open)
        two = high(last if _is_infinite(self.high.at) else function(self.high.at), self.high.open)
        one = one if one.at > first else low(first, True)
        return Interval(one, two if two.at < last else high(last, True))

    def exp(self) -> Interval:
        return self._rising(lambda at: at.exp(), _whole(0), _infinity(1))

    def log(self) -> Interval:
        if self.high.at <= 0:
            raise NoValueError
        if not self.is_above_0():
            raise UndecidedError
        first, last = self.low, self.high
        one = End(_infinity(-1), True) if first.at.is_zero() else low(first.at.log(), first.open)
        return Interval(one, last if _is_infinite(last.at) else high(last.at.log(), last.open))

    def sqrt(self) -> Interval:
        if self.high.at < 0:
            raise NoValueError
        if not self.is_at_least_0():
            raise UndecidedError
        return self._rising(lambda at: at.sqrt(), _infinity(-1), _infinity(1))

    def sigmoid(self) -> Interval:
        return self._rising(lambda at: 1 / (1 + (-at).exp()), _whole(0), _whole(1))

    def softplus(self) -> Interval:
        return self._rising(lambda at: at.exp().log1p(), _whole(0), _infinity(1))

    def tanh(self) -> Interval:
        return self._rising(lambda at: at.tanh(), _whole(-1), _whole(1))

    def erf(self) -> Interval:
        return self._rising(lambda at: at.erf(), _whole(-1), _whole(1))

    def sinh(self) -> Interval:
        return self._rising(lambda at: at.sinh(), _infinity(-1), _infinity(1))

    def cosh(self) -> Interval:
        size: Interval = abs(self)
        return size._rising(lambda at: at.cosh(), _infinity(-1), _infinity(1))

    def arctan(self) -> Interval:
        right = _turns(1)
        return self._rising(lambda at: at.atan(), -right.upper(), right.upper())

    def arcsin(self) -> Interval:
        if self.low.at > 1 or self.high.at < -1:
            raise NoValueError
        if not (self.low.at >= -1 and self.high.at <= 1):
            raise UndecidedError
        return self._rising(lambda at: at.asin(), _infinity(-1), _infinity(1))

    def arccos(self) -> Any:
        return -self.arcsin() + _ball_between(_turns(1))

    def sin(self) -> Interval:
        return self._wave(lambda at: at.sin(), 1)

    def cos(self) -> Interval:
        return self._wave(lambda at: at.cos(), 0)

    def _wave(self, function: Callable[[Ball], Ball], first: int) -> Interval:
        """A sine or cosine: it turns at every second multiple of a right angle, at 1 and at -1."""
        everywhere = Interval(End(_whole(-1), False), End(_whole(1), False))
        if not (self.low.at > -FAR and self.high.at < FAR):
            return everywhere
        right = _turns(1)
        start = int(float((self.low.at / right).lower().mid()) // 1) - 1
        stop = int(float((self.high.at / right).upper().mid()) // 1) + 2
        if stop - start > CRITICAL:
            return everywhere
        ends = [(function(self.low.at), self.low.open), (function(self.high.at), self.high.open)]
        for turn in range(start, stop + 1):
            if (turn - first) % 2 == 0:
                place = right * turn
                if not (place < self.low.at or place > self.high.at):
                    ends.append((_whole(1 if (turn - first) % 4 == 0 else -1), False))
        found = Interval(_smallest([low(*end) for end in ends]), _largest([high(*end) for end in ends]))
        return Interval(
            _greater(found.low, everywhere.low), found.high if found.high.at < 1 else everywhere.high
        )

    def sign(self) -> Any:
        if self.is_above_0():
            return interval(1)
        if (-self).is_above_0():
            return interval(-1)
        raise UndecidedError  # it jumps here


def _over(one: Ball, at: Ball) -> Ball:
    return _whole(0) if _is_infinite(at) else one / at


@cache
def _turns(count: int) -> Ball:
    """So many right angles."""
    from flint import arb

    return arb.pi() * count / 2


def _ball_between(ball: Ball) -> Interval:
    return Interval(low(ball, False), high(ball, False))


def _is_below(end: End, start: End) -> bool:
    """Whether what ends here is less than what starts there."""
    return bool(end.at < start.at) or (bool(end.at == start.at) and (end.open or start.open))


def _smallest(ends: list[End]) -> End:
    """The lowest of several ends; of equal ones, one that may be reached."""
    found = ends[0]
    for end in ends[1:]:
        if end.at < found.at or (end.at == found.at and found.open):
            found = end
    return found


def _largest(ends: list[End]) -> End:
    found = ends[0]
    for end in ends[1:]:
        if end.at > found.at or (end.at == found.at and found.open):
            found = end
    return found


def _greater(one: End, other: End) -> End:
    """The higher of two lower ends; of equal ones, the one that is open: both have to be reached."""
    if one.at == other.at:
        return one if one.open and not other.open else other
    return one if one.at > other.at else other


def interval(value: Any) -> Any:
    """Any plain number as an interval; None for what is no number."""
    if value.__class__ is Interval:
        return value
    found = number(value)
    return None if found is None else _ball_between(found.ball)


def ends_of(value: Number | Interval) -> Interval:
    """A number of either kind as an interval."""
    found: Interval = interval(value)
    return found
