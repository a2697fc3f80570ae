"""A number that carries two witnesses: a ball around a real number, and a residue at a random point."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

import numpy as np

from bookkit.exact import field as fields
from bookkit.exact import logarithms
from bookkit.exact.base import Exact
from bookkit.exact.errors import UndecidedError
from bookkit.exact.field import Residue
from bookkit.exact.logarithms import Tag

Ball = Any  # flint.arb, which has no types
PRECISION = 230  # bits of a ball: some seventy digits, of which a book's formulas lose few
LONGEST = 3000  # bits of a fraction that is carried along
SIMPLE = 2.0**30  # a float with so few bits before and behind the point is what it says
LAST_BITS = 2.0**-48  # of any other one: what a few roundings may have made of it


@contextmanager
def precisely() -> Iterator[None]:
    """For a while: balls have ``PRECISION`` bits."""
    from flint import ctx

    kept, ctx.prec = ctx.prec, PRECISION
    try:
        yield
    finally:
        ctx.prec = kept


def ball_of(value: Fraction) -> Ball:
    """The ball of a fraction; a point where it can be one."""
    from flint import arb, fmpq

    return arb(fmpq(value.numerator, value.denominator))


class Number(Exact):
    """A real number and a residue of the same expression; to NumPy an object with arithmetic.

    ``fraction`` is the number itself, where it is a fraction that hangs on nothing drawn; ``residue`` is None
    where an expression has none. ``tag`` is what is known of the logarithm of its size, and ``made`` are the
    factors that it was made of, with their powers: so it can be found out.
    """

    __slots__ = ("ball", "fraction", "made", "residue", "tag")

    def __init__(
        self,
        ball: Ball,
        residue: Residue | None,
        fraction: Fraction | None = None,
        tag: Tag | None = None,
        made: tuple[tuple[Number, int], ...] = (),
    ) -> None:
        self.ball, self.residue, self.fraction, self.tag, self.made = ball, residue, fraction, tag, made

    @classmethod
    def of_fraction(cls, value: Fraction) -> Number:
        """A fraction, exactly; a very long one only as a ball and a residue."""
        short = max(value.numerator.bit_length(), value.denominator.bit_length()) <= LONGEST
        return cls(ball_of(value), fields.now().fraction(value), value if short else None)

    # --- what the proof-reader asks of any value ---------------------------------------------------

    def __float__(self) -> float:
        """Only where nothing is lost."""
        if self.fraction is not None and (found := float(self.fraction)) == self.fraction:
            return found
        raise UndecidedError

    def __int__(self) -> int:
        if self.fraction is not None and self.fraction.denominator == 1:
            return int(self.fraction)
        raise UndecidedError

    __index__ = __int__

    def is_integer(self) -> bool:
        """Whether it is a whole number; one that was drawn is not."""
        return self.fraction is not None and self.fraction.denominator == 1

    def __bool__(self) -> bool:
        return bool(self != 0)

    # --- arithmetic -------------------------------------------------------------------------------

    def __add__(self, other: Any) -> Any:
        if other.__class__ is not Number:
            if other.__class__ in _PLAIN and other == 0:
                return self
            other = number(other)
            if other is None:
                return NotImplemented
        if self.fraction is not None and other.fraction is not None:
            return Number.of_fraction(self.fraction + other.fraction)
        a, b = self.residue, other.residue
        residue = None if a is None or b is None else fields.now().plus(a, b)
        return Number(self.ball + other.ball, residue)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if other.__class__ is not Number:
            if other.__class__ in _PLAIN and other == 0:
                return self
            other = number(other)
            if other is None:
                return NotImplemented
        if self.fraction is not None and other.fraction is not None:
            return Number.of_fraction(self.fraction - other.fraction)
        a, b = self.residue, other.residue
        residue = None if a is None or b is None else fields.now().minus(a, b)
        return Number(self.ball - other.ball, residue)

    def __rsub__(self, other: Any) -> Any:
        other = number(other)
        return NotImplemented if other is None else other - self

    def __neg__(self) -> Number:
        residue = None if self.residue is None else fields.now().negative(self.residue)
        fraction = None if self.fraction is None else -self.fraction
        return Number(-self.ball, residue, fraction, self.tag, self.made)

    def __mul__(self, other: Any) -> Any:
        if other.__class__ is not Number:
            if other.__class__ in _PLAIN and (other == 1 or other == 0):
                return self if other == 1 else ZERO()
            other = number(other)
            if other is None:
                return NotImplemented
        if self.fraction is not None and other.fraction is not None:
            return Number.of_fraction(self.fraction * other.fraction)
        a, b = self.residue, other.residue
        residue = None if a is None or b is None else fields.now().times(a, b)
        return Number(self.ball * other.ball, residue, None, None, ((self, 1), (other, 1)))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        other = number(other)
        if other is None:
            return NotImplemented
        if other.fraction == 0:
            raise UndecidedError  # there is no value
        if self.fraction is not None and other.fraction is not None:
            return Number.of_fraction(self.fraction / other.fraction)
        if other.ball.contains(0):
            raise UndecidedError
        residue = None
        if self.residue is not None and other.residue is not None:
            field = fields.now()
            residue = field.times(self.residue, field.inverse(other.residue))
        return Number(self.ball / other.ball, residue, None, None, ((self, 1), (other, -1)))

    def __rtruediv__(self, other: Any) -> Any:
        other = number(other)
        return NotImplemented if other is None else other / self

    def __pow__(self, other: Any) -> Any:
        exponent = number(other)
        return NotImplemented if exponent is None else raised(self, exponent)

    def __rpow__(self, other: Any) -> Any:
        base = number(other)
        return NotImplemented if base is None else base**self

    def _to_the(self, n: int) -> Any:
        if n < 0:
            return ONE() / self._to_the(-n)
        if n == 0:
            return ONE()
        if self.fraction is not None and n * max(self.fraction.numerator.bit_length(), 1) <= LONGEST:
            return Number.of_fraction(self.fraction**n)
        if n > 10**6:
            raise UndecidedError
        residue = None if self.residue is None else fields.now().power(self.residue, n)
        return Number(self.ball**n, residue, None, None, ((self, n),))

    # --- comparisons ------------------------------------------------------------------------------

    def sign_of_difference(self, other: Any) -> int | None:
        other = number(other)
        if other is None:
            return None
        if self.fraction is not None and other.fraction is not None:
            return int(self.fraction > other.fraction) - int(self.fraction < other.fraction)
        if self is other:
            return 0
        if self.ball < other.ball:
            return -1
        if self.ball > other.ball:
            return 1
        raise UndecidedError

    def is_below(self) -> bool:
        """Whether it is negative; UndecidedError where the ball cannot tell."""
        if self.fraction is not None:
            return self.fraction < 0
        if self.ball.contains(0):
            raise UndecidedError
        return bool(self.ball < 0)

    # --- functions, under the names by which NumPy asks for them -----------------------------------

    def exp(self) -> Number:
        if self.fraction == 0:
            return ONE()
        residue = None if self.residue is None else fields.now().exp(self.residue)
        tag = None if self.residue is None else logarithms.exponential(self.residue)
        return Number(self.ball.exp(), residue, None, tag)

    def log(self) -> Number:
        if self.is_below() or self.fraction == 0:
            raise UndecidedError  # there is no value
        if self.fraction == 1:
            return ZERO()
        tag = logarithms.tag_of(self)
        return Number(self.ball.log(), None if tag is None else logarithms.value(tag, self.residue))

    def sqrt(self) -> Number:
        if self.fraction is not None and self.fraction >= 0:
            top, bottom = math.isqrt(self.fraction.numerator), math.isqrt(self.fraction.denominator)
            if Fraction(top, bottom) ** 2 == self.fraction:
                return Number.of_fraction(Fraction(top, bottom))
        if self.is_below():
            raise UndecidedError  # there is no value
        residue, tag = None, None
        if (known := logarithms.tag_of(self)) is not None:
            residue, tag = logarithms.root(known)
        return Number(self.ball.sqrt(), residue, None, tag)

    def _by_turns(self) -> tuple[Residue | None, Residue | None]:
        """The residues of exp(iz) and of its inverse."""
        if self.residue is None:
            return None, None
        field = fields.now()
        turned = field.times(Residue(field.imaginary, field.floors), self.residue)
        return field.exp(turned), field.exp(field.negative(turned))

    def sin(self) -> Number:
        one, other = self._by_turns()
        residue = None
        if one is not None and other is not None:
            field = fields.now()
            twice = Residue(2 * field.imaginary % field.products[field.floors], field.floors)
            residue = field.times(field.minus(one, other), field.inverse(twice))
        return ZERO() if self.fraction == 0 else Number(self.ball.sin(), residue)

    def cos(self) -> Number:
        one, other = self._by_turns()
        residue = None
        if one is not None and other is not None:
            field = fields.now()
            residue = field.times(field.plus(one, other), field.fraction(Fraction(1, 2)))
        return ONE() if self.fraction == 0 else Number(self.ball.cos(), residue)

    def tanh(self) -> Any:
        if self.fraction == 0:
            return ZERO()
        e = (self + self).exp()
        return Number(self.ball.tanh(), ((e - 1) / (e + 1)).residue)

    def arctan(self) -> Number:
        return self.by_name("arctan", self.ball.atan(), odd=True)

    def arcsin(self) -> Number:
        if not (self.ball >= -1 and self.ball <= 1):
            raise UndecidedError
        return self.by_name("arcsin", self.ball.asin(), odd=True)

    def arccos(self) -> Number:
        if not (self.ball >= -1 and self.ball <= 1):
            raise UndecidedError
        return self.by_name("arccos", self.ball.acos())

    def erf(self) -> Number:
        return self.by_name("erf", self.ball.erf(), odd=True)

    def by_name(self, name: str, ball: Ball, odd: bool = False) -> Number:
        """A function of which no law is used but that it is odd: the same where its argument is the same."""
        if self.residue is None:
            return Number(ball, None)
        if self.fraction == 0 and odd:
            return ZERO()
        field = fields.now()
        place, other = field.on_top(self.residue), field.on_top(field.negative(self.residue))
        turned = odd and other < place
        found = field.remembered((name, other if turned else place), self.residue.degree)
        return Number(ball, field.negative(found) if turned else found)

    def sign(self) -> Number:
        return ZERO() if self.fraction == 0 else ONE() if self > 0 else -ONE()


_PLAIN = (int, float, bool)
_NOTHING, _UNIT = Fraction(0), Fraction(1)


def ZERO() -> Number:  # noqa: N802 - constants, of the field of the moment
    return Number.of_fraction(_NOTHING)


def ONE() -> Number:  # noqa: N802
    return Number.of_fraction(_UNIT)


def number(value: Any) -> Any:
    """Any plain number as one of these; None for what is no number (an array, a random number).

    A float that is not plainly a written number is as wide as its last bits, and has no residue.
    """
    if value.__class__ is Number:
        return value
    if isinstance(value, (bool, np.bool_)):
        value = int(value)
    if isinstance(value, (int, np.integer)):
        return Number.of_fraction(Fraction(int(value)))
    if isinstance(value, Fraction):
        return Number.of_fraction(value)
    if isinstance(value, (float, np.floating)):
        value = float(value)
        if not math.isfinite(value):
            raise UndecidedError
        if abs(value) <= SIMPLE and (value * SIMPLE).is_integer():
            return Number.of_fraction(Fraction(value))
        return wide(value)
    return None


def raised(base: Any, exponent: Number) -> Any:
    """A number of any kind, or an interval, to a power: a whole one, that of a root, or any."""
    power = exponent.fraction
    if power is not None and power.denominator == 1:
        return base._to_the(int(power))
    if power is not None and power.denominator == 2:
        return base.sqrt()._to_the(power.numerator)
    return (exponent * base.log()).exp()


def by_squaring(base: Any, n: int) -> Any:
    """A number to the power n, which is not negative, in few products."""
    found: Any = ONE()
    for bit in bin(n)[2:]:
        found = found * found
        found = found * base if bit == "1" else found
    return found


def wide(value: float) -> Number:
    """A float of which nobody knows how it was rounded."""
    from flint import arb

    return Number(arb(value, abs(value) * LAST_BITS), None)


def drawn(value: float, residue: Residue | None) -> Number:
    """A float that was drawn, to its last bit, and what stands for it in the field."""
    from flint import arb

    return Number(arb(value), residue)


def exact_part(value: Number) -> Number:
    """The same real number, of which the field knows nothing."""
    return Number(value.ball, None, value.fraction)


def each(function: Callable[[Any], Any], value: Any) -> Any:
    """A function of numbers, entry by entry."""
    if not isinstance(value, np.ndarray):
        return function(value)
    found = np.empty(value.shape, dtype=object)
    for place in np.ndindex(value.shape):
        found[place] = function(value[place])
    return found


def constant(name: str) -> Number:
    """The number e or π; of π, residues know no more than that it is always the same."""
    from flint import arb

    if name == "e":
        return ONE().exp()
    return Number(arb.pi(), fields.now().remembered("pi", 0))
