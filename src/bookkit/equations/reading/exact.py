"""Plain arithmetic without rounding: what is rational is compared as fractions."""

from __future__ import annotations

import math
from fractions import Fraction

from bookkit.equations.reading import tree as t

MOST_DIGITS = 4000


def exact(node: t.Node) -> Fraction | None:
    """The value of plain arithmetic on written numbers; None where anything else takes part."""
    if isinstance(node, t.Number):
        return Fraction(node.text) if len(node.text) <= MOST_DIGITS else None
    if isinstance(node, t.Negative):
        body = exact(node.body)
        return None if body is None else -body
    if isinstance(node, t.Group) and len(node.items) == 1 and not (node.is_floor or node.is_product):
        return exact(node.items[0])
    if isinstance(node, t.Plus):
        return _total([exact(term) for term in node.terms])
    if isinstance(node, t.Juxtaposed):
        return _product([exact(factor) for factor in node.factors])
    if isinstance(node, t.Factorial):
        body = exact(node.body)
        small = body is not None and body.denominator == 1 and 0 <= body <= 1000
        return Fraction(math.factorial(int(body))) if body is not None and small else None
    if isinstance(node, t.Binomial):
        return _choices(exact(node.top), exact(node.bottom))
    if isinstance(node, t.Frac):
        return _quotient(exact(node.top), exact(node.bottom))
    if isinstance(node, t.Binary) and node.sign == "/":
        return _quotient(exact(node.left), exact(node.right))
    if isinstance(node, t.Binary) and node.sign in ("\\cdot", "\\times"):
        return _product([exact(node.left), exact(node.right)])
    if isinstance(node, t.Scripted) and node.sub is None and not node.primes and node.sup is not None:
        return _power(exact(node.base), exact(node.sup))
    return None


def _choices(top: Fraction | None, bottom: Fraction | None) -> Fraction | None:
    if top is None or bottom is None or top.denominator != 1 or bottom.denominator != 1:
        return None
    return Fraction(math.comb(int(top), int(bottom))) if 0 <= top <= 1000 and bottom >= 0 else None


def rounded(value: Fraction, places: int) -> Fraction:
    """A value rounded to so many places after the point; what lies in the middle goes away from 0."""
    unit = Fraction(10) ** -places
    size = math.floor(abs(value) / unit + Fraction(1, 2)) * unit
    return -size if value < 0 else size


def _total(parts: list[Fraction | None]) -> Fraction | None:
    known = [part for part in parts if part is not None]
    return sum(known, Fraction(0)) if len(known) == len(parts) else None


def _product(parts: list[Fraction | None]) -> Fraction | None:
    result = Fraction(1)
    for part in parts:
        if part is None:
            return None
        result *= part
    return result


def _quotient(top: Fraction | None, bottom: Fraction | None) -> Fraction | None:
    return None if top is None or not bottom else top / bottom


def _power(base: Fraction | None, exponent: Fraction | None) -> Fraction | None:
    if base is None or exponent is None or exponent.denominator != 1 or abs(exponent) > MOST_DIGITS:
        return None
    if (base == 0 and exponent < 0) or max(abs(base.numerator), base.denominator) > 10**9:
        return None
    return base ** int(exponent)
