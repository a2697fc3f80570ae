"""Logarithms of residues: an exponential remembers its exponent, and products what they are made of.

A residue by itself has no logarithm that anyone could find. But ``log(exp(u)) = u``, and the logarithm of a
product is a sum; so a number may carry a `Tag`: the exponent that is known, and beside it factors (*atoms*)
of which the logarithm is any number at all, always the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from bookkit.exact import field as fields
from bookkit.exact.field import SMALL_PRIMES, Residue

MOST_ATOMS = 12
DEEPEST = 40  # factors of factors that are looked into


@dataclass(frozen=True)
class Tag:
    """The logarithm of a number: ``part`` plus those of some atoms, by how often each is a factor."""

    part: Residue
    atoms: Mapping[int, int]


def exponential(u: Residue) -> Tag:
    """The tag of exp(u)."""
    return Tag(u, {})


def joined(one: Tag, other: Tag, power: int) -> Tag | None:
    """The tag of a number times a power of another one; None where it gets too long."""
    field = fields.now()
    part = field.plus(one.part, field.times(other.part, field.whole(power)))
    atoms = dict(one.atoms)
    for atom, count in other.atoms.items():
        atoms[atom] = atoms.get(atom, 0) + power * count
    found = {atom: count for atom, count in atoms.items() if count}
    return Tag(part, found) if len(found) <= MOST_ATOMS else None


def root(tag: Tag) -> tuple[Residue, Tag | None]:
    """The residue of the square root of a number with this tag, and the tag of that, if it has one."""
    field = fields.now()
    half = field.times(tag.part, field.fraction(Fraction(1, 2)))
    found = field.exp(half)
    for atom, count in tag.atoms.items():
        factor = field.atoms[atom] if count % 2 == 0 else field.sqrt(field.atoms[atom])
        power = field.power(factor, abs(count) // (1 + (count % 2 == 0)))
        found = field.times(found, power if count > 0 else field.inverse(power))
    even = all(count % 2 == 0 for count in tag.atoms.values())
    return found, Tag(half, {atom: count // 2 for atom, count in tag.atoms.items()}) if even else None


def tag_of(number: Any, depth: int = 0) -> Tag | None:
    """The tag of the size of a number, from what it is made of; None where nothing is known of it."""
    if number.tag is None:
        number.tag = _found(number, depth)
    tag: Tag | None = number.tag
    return tag


def _found(number: Any, depth: int) -> Tag | None:
    if number.fraction is not None:
        return None if number.fraction == 0 else of_fraction(abs(number.fraction))
    if number.made and depth < DEEPEST:
        field = fields.now()
        total: Tag | None = Tag(field.whole(0), {})
        for factor, power in number.made:
            part = tag_of(factor, depth + 1)
            total = None if total is None or part is None else joined(total, part, power)
        if total is not None:
            return total
    return atom_of(number)


def atom_of(number: Any) -> Tag | None:
    """The tag of a number of which nothing is known but its residue, and the sign by its ball."""
    if number.residue is None or number.ball.contains(0):
        return None
    field = fields.now()
    size = field.negative(number.residue) if number.ball < 0 else number.residue
    atom = field.on_top(size)
    field.atoms.setdefault(atom, size)
    return Tag(field.whole(0), {atom: 1})


def of_fraction(fraction: Fraction) -> Tag:
    """The tag of a positive fraction: its small primes, and what is left."""
    atoms: dict[int, int] = {}
    for value, sign in ((fraction.numerator, 1), (fraction.denominator, -1)):
        for prime in SMALL_PRIMES:
            while value % prime == 0:
                value //= prime
                atoms[prime] = atoms.get(prime, 0) + sign
        if value != 1:
            atoms[value] = atoms.get(value, 0) + sign
    field = fields.now()
    for atom in atoms:
        field.atoms.setdefault(atom, field.whole(atom))
    return Tag(field.whole(0), atoms)


def value(tag: Tag, of: Residue | None) -> Residue:
    """The residue of the logarithm; its exponential is the number again."""
    field = fields.now()
    total = tag.part
    degree = 0 if of is None else of.degree
    for atom, count in tag.atoms.items():
        known = field.remembered(("log", atom), degree)
        total = field.plus(total, field.times(known, field.whole(count)))
    if of is not None and tag.atoms:
        field.exponentials.setdefault((total.value, total.floors), (of.value, of.floors))
        other = field.negative(total)
        if of.value:
            inverse = field.inverse(of)
            field.exponentials.setdefault((other.value, other.floors), (inverse.value, inverse.floors))
    return total
