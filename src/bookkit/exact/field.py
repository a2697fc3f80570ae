"""Residues: the values of an expression at a random point, modulo random primes.

A function such as the exponential has to be the same function for residues: ``exp(u + v) = exp(u) exp(v)``.
In a prime field, the powers of an element g of order q have this law for exponents modulo q. So there is a
tower of primes, each of which divides the one above less 1; a residue is known on several floors at once,
and the exponential takes the exponent from one floor and has its value on the floor above. Each exponential
inside another one costs a floor. A residue on k floors is one whole number, modulo the product of their
primes.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from bookkit.exact.errors import DeeperError, UndecidedError, UnluckyError

BITS = 61  # of the smallest prime; the chance of an accident is about its inverse
_WITNESSES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)  # decide primality beyond 2^80 (Sorenson 2015)
_EXTRA = 12  # random witnesses more, for the primes above
# Each prime of the tower is 1 more than a multiple of this: so -1 and these primes have square roots.
SMALL_PRIMES = (2, 3, 5, 7, 11, 13)
_STEP = 4 * math.prod(SMALL_PRIMES)


class Residue(NamedTuple):
    """A value modulo the product of the primes of so many floors, and a bound on its degree.

    ``degree`` bounds those of numerator and denominator, as functions of what was drawn at random; ``whole``
    tells that there is no denominator. 0: it hangs on nothing random.
    """

    value: int
    floors: int
    degree: int = 0
    whole: bool = True


def is_prime(n: int, rng: random.Random) -> bool:
    """Whether a number is prime (Miller and Rabin)."""
    if any(n % p == 0 for p in _WITNESSES):
        return n in _WITNESSES
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for base in (*_WITNESSES, *(rng.randrange(2, n - 1) for _ in range(_EXTRA))):
        x = pow(base, odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


class Field:
    """A tower of primes, its random elements, and what functions have been on the way."""

    def __init__(self, seed: str, floors: int) -> None:
        self.seed = seed
        self.rng = random.Random(seed)
        self.floors = floors
        self.primes = self._primes(floors)
        self.products = [1]
        for prime in self.primes:
            self.products.append(self.products[-1] * prime)
        self.shares = [self._shares(count) for count in range(floors + 1)]
        # On floor i, an element whose powers are as many as the next prime: exp(1) there.
        self.bases = [self._base(i) for i in range(floors - 1)]
        self.imaginary = self._joined([self._root_of_minus_one(p) for p in self.primes])
        self.exponentials: dict[tuple[int, int], tuple[int, int]] = {}
        self.drawn: dict[object, Residue] = {}
        self.roots: dict[int, Residue] = {}
        self.atoms: dict[int, Residue] = {}
        self.met: set[str] = set()

    # --- making the tower -------------------------------------------------------------------------

    def _primes(self, floors: int) -> list[int]:
        """From the top floor down; each is 1 more than a multiple of ``_STEP`` and of the one below."""
        rng = self.rng
        while True:
            low = rng.randrange(2**BITS // _STEP, 2 ** (BITS + 1) // _STEP) * _STEP + 1
            if is_prime(low, rng):
                break
        found = [low]
        while len(found) < floors:
            while True:
                prime = _STEP * rng.randrange(1, 2**11) * found[0] + 1
                if is_prime(prime, rng):
                    found.insert(0, prime)
                    break
        return found

    def _shares(self, count: int) -> list[int]:
        """By what a residue on one floor is multiplied, to be put together with those on the others."""
        whole = self.products[count]
        return [whole // p * pow(whole // p, -1, p) for p in self.primes[:count]]

    def _joined(self, parts: list[int]) -> int:
        count = len(parts)
        return sum(a * b for a, b in zip(parts, self.shares[count], strict=True)) % self.products[count]

    def _base(self, floor: int) -> int:
        above, below = self.primes[floor], self.primes[floor + 1]
        while True:
            base = pow(self.rng.randrange(2, above - 1), (above - 1) // below, above)
            if base != 1:
                return base

    def _root_of_minus_one(self, prime: int) -> int:
        while True:
            root = pow(self.rng.randrange(2, prime - 1), (prime - 1) // 4, prime)
            if root * root % prime == prime - 1:
                return root

    def emptied(self) -> Field:
        """The same tower, in which nothing has been drawn, with generators as after it was made."""
        made = copy(self)
        made.rng = random.Random(self.seed)
        made.exponentials, made.drawn, made.roots, made.atoms, made.met = {}, {}, {}, {}, set()
        return made

    # --- numbers ----------------------------------------------------------------------------------

    def whole(self, number: int) -> Residue:
        """The residue of a whole number."""
        return Residue(number % self.products[self.floors], self.floors)

    def fraction(self, number: Fraction) -> Residue:
        """The residue of a fraction."""
        modulus = self.products[self.floors]
        return Residue(number.numerator * pow(number.denominator, -1, modulus) % modulus, self.floors)

    def random(self, degree: int = 1) -> Residue:
        """A coordinate of the random point."""
        return Residue(self.rng.randrange(self.products[self.floors]), self.floors, degree)

    def remembered(self, key: object, degree: int) -> Residue:
        """A value that nothing determines but what it is a value of: the same whenever it is asked for."""
        if key not in self.drawn:
            self.drawn[key] = self.random()
        found = self.drawn[key]
        return Residue(found.value, found.floors, degree + (degree > 0))

    def on_top(self, residue: Residue) -> int:
        """The value on the top floor, by which two residues are told apart."""
        return residue.value % self.primes[0]

    # --- functions --------------------------------------------------------------------------------

    def exp(self, u: Residue) -> Residue:
        """The exponential; its value is known on one floor less."""
        if u.degree == 0 and u.value == 0:
            return Residue(1, u.floors)
        if u.floors < 2:
            raise DeeperError
        key = u.value, u.floors
        if key not in self.exponentials:
            parts = [
                pow(self.bases[i], u.value % self.primes[i + 1], self.primes[i]) for i in range(u.floors - 1)
            ]
            self.exponentials[key] = self._joined(parts), u.floors - 1
            self.met.add("exp")
        value, floors = self.exponentials[key]
        return Residue(value, floors, u.degree + (u.degree > 0))

    def sqrt(self, v: Residue) -> Residue:
        """A number whose square is the value; UnluckyError where there is none."""
        if v.value == 0:
            return v
        top = self.on_top(v)
        if top not in self.roots:
            roots = []
            for prime in self.primes[: v.floors]:
                root = self._root(v.value % prime, prime)
                if root is None:
                    break
                roots.append(root)
            if not roots:
                raise UnluckyError
            self.roots[top] = Residue(self._joined(roots), len(roots))
            self.met.add("root")
        known = self.roots[top]
        return Residue(known.value, known.floors, v.degree + (v.degree > 0), v.whole)

    def _root(self, value: int, prime: int) -> int | None:
        """A square root modulo a prime (Cipolla); which of the two is left to chance."""
        if pow(value, (prime - 1) // 2, prime) != 1:
            return None
        while True:
            a = self.rng.randrange(prime)
            square = (a * a - value) % prime
            if pow(square, (prime - 1) // 2, prime) == prime - 1:
                break
        x, y, power = (1, 0), (a, 1), (prime + 1) // 2
        while power:
            if power & 1:
                x = (x[0] * y[0] + x[1] * y[1] * square) % prime, (x[0] * y[1] + x[1] * y[0]) % prime
            y = (y[0] * y[0] + y[1] * y[1] * square) % prime, 2 * y[0] * y[1] % prime
            power >>= 1
        return x[0]

    def inverse(self, v: Residue) -> Residue:
        """1 divided by a residue; UndecidedError where that has no value."""
        try:
            value = pow(v.value, -1, self.products[v.floors])
        except ValueError:
            raise UndecidedError from None
        return Residue(value, v.floors, v.degree, v.degree == 0)

    def plus(self, a: Residue, b: Residue) -> Residue:
        floors = min(a.floors, b.floors)
        degree = max(a.degree, b.degree) if a.whole and b.whole else a.degree + b.degree
        return Residue((a.value + b.value) % self.products[floors], floors, degree, a.whole and b.whole)

    def minus(self, a: Residue, b: Residue) -> Residue:
        floors = min(a.floors, b.floors)
        degree = max(a.degree, b.degree) if a.whole and b.whole else a.degree + b.degree
        return Residue((a.value - b.value) % self.products[floors], floors, degree, a.whole and b.whole)

    def times(self, a: Residue, b: Residue) -> Residue:
        floors = min(a.floors, b.floors)
        value = a.value * b.value % self.products[floors]
        return Residue(value, floors, a.degree + b.degree, a.whole and b.whole)

    def negative(self, a: Residue) -> Residue:
        return Residue(-a.value % self.products[a.floors], a.floors, a.degree, a.whole)

    def power(self, a: Residue, n: int) -> Residue:
        return Residue(pow(a.value, n, self.products[a.floors]), a.floors, a.degree * n, a.whole)

    def is_equal(self, a: Residue, b: Residue) -> bool:
        """Whether two residues agree on all floors that both have."""
        product = self.products[min(a.floors, b.floors)]
        return a.value % product == b.value % product


@lru_cache
def _tower(number: int, floors: int) -> Field:
    return Field(f"draw {number}", floors)


def fresh(number: int, floors: int) -> Field:
    """The field of a draw: its primes are found once, and nothing has been drawn in it yet."""
    return _tower(number, floors).emptied()


class _Now:
    field: Field | None = None


_now = _Now()


def now() -> Field:
    """The field that is calculated with; UndecidedError where there is none."""
    if _now.field is None:
        raise UndecidedError
    return _now.field


@contextmanager
def calculating(field: Field) -> Iterator[Field]:
    """For a while: all residues are those of this field."""
    kept, _now.field = _now.field, field
    try:
        yield field
    finally:
        _now.field = kept
