"""Numbers that were moved by a little: what is known of them to first order in every move.

A derivative moves one place of a computation by ε, a number that is not 0 and whose square is 0, and looks
which multiple of ε has come out. Inside of a derivative, another one moves by another ε. So a moved number
has a part for every set of moves that it hangs on: the set is a whole number with a bit for each move, and
the part of the empty set is the number itself. Sums, products and quotients follow from the law that each
square is 0; a function is followed by the laws that define it, ``exp(a + n) = exp(a) exp(n)``, where the
power series in n ends by itself.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from bookkit.exact.base import Exact
from bookkit.exact.errors import UndecidedError
from bookkit.exact.number import ONE, ZERO, Number, constant, number

Parts = dict[int, Number]


class Moved(Exact):
    """A number and its parts by sets of moves; to NumPy an object with arithmetic."""

    __slots__ = ("parts",)

    def __init__(self, parts: Parts) -> None:
        self.parts = parts

    @property
    def still(self) -> Number:
        """The number, had nothing moved."""
        found = self.parts.get(0)
        return ZERO() if found is None else found

    def __float__(self) -> float:
        if any(self.parts[moves].fraction != 0 for moves in self.parts if moves):
            raise UndecidedError
        return float(self.still)

    def is_integer(self) -> bool:
        return False

    def __bool__(self) -> bool:
        return bool(self.still)

    # --- arithmetic -------------------------------------------------------------------------------

    def __add__(self, other: Any) -> Any:
        if (parts := parts_of(other)) is None:
            return NotImplemented
        found = dict(self.parts)
        for moves, part in parts.items():
            found[moves] = found[moves] + part if moves in found else part
        return Moved(found)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if (parts := parts_of(other)) is None:
            return NotImplemented
        found = dict(self.parts)
        for moves, part in parts.items():
            found[moves] = found[moves] - part if moves in found else -part
        return Moved(found)

    def __rsub__(self, other: Any) -> Any:
        return (-self).__add__(other)

    def __neg__(self) -> Moved:
        return Moved({moves: -part for moves, part in self.parts.items()})

    def __mul__(self, other: Any) -> Any:
        if (parts := parts_of(other)) is None:
            return NotImplemented
        found: Parts = {}
        for one, a in self.parts.items():
            for two, b in parts.items():
                if one & two == 0:
                    both = one | two
                    found[both] = found[both] + a * b if both in found else a * b
        return Moved(found)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        if isinstance(other, Moved):
            return self * other.inverse()
        below = plain(other)
        if below is None:
            return NotImplemented
        return Moved({moves: part / below for moves, part in self.parts.items()})

    def __rtruediv__(self, other: Any) -> Any:
        return self.inverse() * other

    def __pow__(self, other: Any) -> Any:
        if isinstance(other, Moved):
            return (other * self.log()).exp()
        exponent = plain(other)
        if exponent is None:
            return NotImplemented
        if not isinstance(exponent, Number):
            return (self.log() * exponent).exp()
        if exponent.is_integer() and 0 <= (n := int(exponent)) <= 64:
            found: Any = ONE()
            for bit in bin(n)[2:]:
                found = found * found
                found = found * self if bit == "1" else found
            return found
        if exponent.is_integer():
            n = int(exponent)
            return self._by_power(self.still**n, lambda k: n - k)
        if exponent.fraction is not None and exponent.fraction.denominator == 2 and exponent.fraction > 0:
            twice = int(exponent * 2)
            return self.sqrt() ** twice
        return (self.log() * exponent).exp()

    def __rpow__(self, other: Any) -> Any:
        base = plain(other)
        return NotImplemented if base is None else (self * base.log()).exp()

    def _by_power(self, value: Number, factor: Callable[[int], Any]) -> Any:
        """A power of the number, by the binomial series; ``value`` is that of the still number."""
        first = self.still
        return self._series(_coefficients(value, lambda k: factor(k - 1) / (first * k)))

    def sign_of_difference(self, other: Any) -> int | None:
        """As if nothing had moved: a move is too small to change an order."""
        return self.still.sign_of_difference(still(other))

    # --- functions --------------------------------------------------------------------------------

    def _rest(self) -> Moved:
        """What moves have added."""
        return Moved({moves: part for moves, part in self.parts.items() if moves})

    def _series(self, coefficient: Callable[[int], Any]) -> Any:
        """A power series in what moves have added; it ends by itself."""
        rest = self._rest()
        total: Any = coefficient(0)
        power: Any = rest
        for k in range(1, _bits(self.parts) + 1):
            if not power.parts:
                break
            total = power * coefficient(k) + total
            power = power * rest
        return total

    def inverse(self) -> Any:
        """1 divided by the number."""
        below = self.still
        return self._series(_coefficients(ONE() / below, lambda k: -1 / below))

    def exp(self) -> Any:
        return self._series(_coefficients(self.still.exp(), lambda k: ONE() / k))

    def log(self) -> Any:
        """log(a + n) = log a + log(1 + n/a)."""
        first = self.still
        logarithm = first.log()

        def coefficient(k: int) -> Any:
            return logarithm if k == 0 else ONE() * (-1) ** (k - 1) / (first._to_the(k) * k)

        return self._series(coefficient)

    def sqrt(self) -> Any:
        return self._by_power(self.still.sqrt(), lambda k: ONE() / 2 - k)

    def sin(self) -> Any:
        """sin(a + n) = sin a cos n + cos a sin n."""
        sine, cosine = self.still.sin(), self.still.cos()
        return self._turning((sine, cosine, -sine, -cosine))

    def cos(self) -> Any:
        sine, cosine = self.still.sin(), self.still.cos()
        return self._turning((cosine, -sine, -cosine, sine))

    def _turning(self, turns: tuple[Number, ...]) -> Any:
        factorial = [1]
        for k in range(1, _bits(self.parts) + 1):
            factorial.append(factorial[-1] * k)
        return self._series(lambda k: turns[k % 4] / factorial[k])

    def tanh(self) -> Any:
        """tanh(a + n) = (tanh a + tanh n) / (1 + tanh a tanh n)."""
        if not self._rest().parts:
            return self.still.tanh()
        e = (self._rest() * 2).exp()
        first, rest = self.still.tanh(), (e - 1) / (e + 1)
        return (rest + first) / (rest * first + 1)

    def sigmoid(self) -> Any:
        """σ(a + n) = σ(a) + σ(a) σ(-a) E / (1 + σ(a) E) with E = exp(n) - 1, in which nothing overflows."""
        still: Any = self.still  # an interval
        first, more = still.sigmoid(), self._rest().exp() - 1
        return more * (first * (-still).sigmoid()) / (more * first + 1) + first

    def softplus(self) -> Any:
        """softplus(a + n) = softplus(a) + log(1 + σ(a) (exp(n) - 1))."""
        still: Any = self.still
        more = self._rest().exp() - 1
        return (more * still.sigmoid() + 1).log() + still.softplus()

    def arctan(self) -> Any:
        """arctan(a + n) = arctan a + arctan(n / (1 + a² + a n))."""
        first, rest = self.still, self._rest()
        inner = rest / (rest * first + (first * first + 1))
        return Moved({0: ZERO(), **inner.parts})._series(_of_arctan) + first.arctan()

    def arcsin(self) -> Any:
        """arcsin x = arctan(x / √(1 - x²)), but for the value itself, of which residues know its name."""
        found = (self / (1 - self * self).sqrt()).arctan()
        return Moved({**found.parts, 0: self.still.arcsin()})

    def arccos(self) -> Any:
        found = self.arcsin()
        return Moved({**(-found).parts, 0: self.still.arccos()})

    def erf(self) -> Any:
        """The slope of erf is the bell 2 exp(-x²) / √π; each further slope is a Hermite polynomial times
        it.
        """
        first = self.still
        bell = (first * first * -1).exp() * 2 / constant("pi").sqrt()
        hermite = [ONE(), first * 2]

        def coefficient(k: int) -> Any:
            if k == 0:
                return first.erf()
            while len(hermite) < k:
                hermite.append(first * 2 * hermite[-1] - hermite[-2] * (2 * (len(hermite) - 1)))
            return bell * hermite[k - 1] * (-1) ** (k - 1) / math.factorial(k)

        return self._series(coefficient)

    def sign(self) -> Any:
        return self.still.sign()


def _of_arctan(k: int) -> Number:
    return ZERO() if k % 2 == 0 else ONE() * (-1) ** (k // 2) / k


def _coefficients(first: Number, factor: Callable[[int], Any]) -> Callable[[int], Number]:
    """Coefficients of a series, each by a factor from the one before it."""
    known = [first]

    def coefficient(k: int) -> Number:
        while len(known) <= k:
            known.append(known[-1] * factor(len(known)))
        return known[k]

    return coefficient


def _bits(parts: Parts) -> int:
    """How many moves a number hangs on: no higher power of what they add is there."""
    everything = 0
    for moves in parts:
        everything |= moves
    return everything.bit_count()


def parts_of(value: Any) -> Parts | None:
    """The parts of any number; None for what is none."""
    if isinstance(value, Moved):
        return value.parts
    found = plain(value)
    return None if found is None else {0: found}


def plain(value: Any) -> Any:
    """A number of any kind that has not moved; None for what is none."""
    return value if isinstance(value, Exact) and not isinstance(value, Moved) else number(value)


def still(value: Any) -> Any:
    """A number as it was before all moves."""
    return value.still if isinstance(value, Moved) else value


def step(level: int) -> Moved:
    """The move of a derivative inside of so many others."""
    return Moved({1 << level: ONE()})


def slope(value: Any, level: int) -> Any:
    """How much of a move has come out; UndecidedError for what is no number, and may hold moved ones."""
    if not isinstance(value, Moved):
        if plain(value) is None:
            raise UndecidedError
        return ZERO()
    bit = 1 << level
    parts = {moves & ~bit: part for moves, part in value.parts.items() if moves & bit}
    return parts.get(0, ZERO()) if set(parts) <= {0} else Moved(parts)
