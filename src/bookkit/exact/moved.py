"""Numbers that were moved by a little: what is known of them to first order in every move.

A derivative moves one place of a computation by ε, a number that is not 0 and whose square is 0, and looks
which multiple of ε has come out. Inside of a derivative, another one moves by another ε. So a moved number
has a part for every set of moves that it hangs on: the set is a whole number with a bit for each move, and
the part of the empty set is the number itself. Sums, products and quotients follow from the law that each
square is 0; a function is followed by the laws that define it, ``exp(a + n) = exp(a) exp(n)``, where the
power series in n ends by itself.
"""

from __future__ import annotations

from typing import Any

from bookkit.exact.base import Exact
from bookkit.exact.errors import UndecidedError
from bookkit.exact.near import Near
from bookkit.exact.number import ONE, ZERO, Number, by_squaring, number

Parts = dict[int, Number]


class Moved(Near):
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
            return by_squaring(self, n)
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

    def sign_of_difference(self, other: Any) -> int | None:
        """As if nothing had moved: a move is too small to change an order."""
        return self.still.sign_of_difference(still(other))

    # --- functions --------------------------------------------------------------------------------

    def _rest(self) -> Moved:
        """What moves have added."""
        return Moved({moves: part for moves, part in self.parts.items() if moves})

    def powers(self) -> int:
        return _bits(self.parts)

    def _is_still(self) -> bool:
        return not any(self.parts)

    def _with_still(self, still: Number) -> Moved:
        return Moved({**self.parts, 0: still})


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
