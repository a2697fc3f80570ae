"""Functions near a number whose value is known: of a still number and a rest, no high power of which counts.

A rest is what moves have added (`moved`), each of which has the square 0, or it is a power series without a
constant (`series`), of which so many terms are known. A function is followed by the laws that define it,
``exp(a + n) = exp(a) exp(n)``, where the power series in n ends.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from bookkit.exact.base import Exact
from bookkit.exact.number import ONE, ZERO, Number, constant


class Near(Exact):
    """A still number and a rest."""

    __slots__ = ()

    @property
    def still(self) -> Number:
        """The number without the rest."""
        raise NotImplementedError

    def _rest(self) -> Any:
        """What is added to it."""
        raise NotImplementedError

    def powers(self) -> int:
        """The highest power of the rest that counts."""
        raise NotImplementedError

    def _is_still(self) -> bool:
        """Whether there is no rest."""
        raise NotImplementedError

    def _with_still(self, still: Number) -> Any:
        """The same rest beside another number."""
        raise NotImplementedError

    def followed(self, coefficient: Callable[[int], Any]) -> Any:
        """A power series in the rest; it ends by itself."""
        rest = self._rest()
        total: Any = coefficient(0)
        power: Any = rest
        for k in range(1, self.powers() + 1):
            if power._is_still():
                break
            total = power * coefficient(k) + total
            power = power * rest
        return total

    def _by_power(self, value: Number, factor: Callable[[int], Any]) -> Any:
        """A power of the number, by the binomial series; ``value`` is that of the still number."""
        first = self.still
        return self.followed(_coefficients(value, lambda k: factor(k - 1) / (first * k)))

    def inverse(self) -> Any:
        """1 divided by the number."""
        below = self.still
        return self.followed(_coefficients(ONE() / below, lambda k: -1 / below))

    def exp(self) -> Any:
        return self.followed(_coefficients(self.still.exp(), lambda k: ONE() / k))

    def log(self) -> Any:
        """log(a + n) = log a + log(1 + n/a)."""
        first = self.still
        logarithm = first.log()

        def coefficient(k: int) -> Any:
            return logarithm if k == 0 else ONE() * (-1) ** (k - 1) / (first._to_the(k) * k)

        return self.followed(coefficient)

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
        for k in range(1, self.powers() + 1):
            factorial.append(factorial[-1] * k)
        return self.followed(lambda k: turns[k % 4] / factorial[k])

    def tanh(self) -> Any:
        """tanh(a + n) = (tanh a + tanh n) / (1 + tanh a tanh n)."""
        if self._is_still():
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
        return inner._with_still(ZERO()).followed(_of_arctan) + first.arctan()

    def arcsin(self: Any) -> Any:
        """arcsin x = arctan(x / √(1 - x²)), but for the value itself, of which residues know its name."""
        found = (self / (1 - self * self).sqrt()).arctan()
        return found._with_still(self.still.arcsin())

    def arccos(self) -> Any:
        found = self.arcsin()
        return (-found)._with_still(self.still.arccos())

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

        return self.followed(coefficient)

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
