"""Power series: their terms are those of a contour integral, and limits are read off or left open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import mpmath
import pytest

from bookkit import exact
from bookkit.exact import field as fields
from bookkit.exact.errors import UndecidedError
from bookkit.exact.field import fresh
from bookkit.exact.moved import Moved, slope
from bookkit.exact.number import ONE, constant, drawn, number, precisely
from bookkit.exact.series import Endless, Series, far, is_flat, small

pytestmark = pytest.mark.skipif(not exact.available(), reason=f"{exact.PACKAGE} is not installed")
TERMS = 6


@pytest.fixture(autouse=True)
def calculating() -> Iterator[None]:
    with precisely(), fields.calculating(fresh(0, 3)), mpmath.workdps(40):
        yield


@pytest.mark.parametrize(
    ("ours", "theirs", "at"),
    [
        (lambda x: x.exp(), mpmath.exp, "3/7"),
        (lambda x: x.log(), mpmath.log, "3/7"),
        (lambda x: x.sqrt(), mpmath.sqrt, "3/7"),
        (lambda x: x.sin(), mpmath.sin, "3/7"),
        (lambda x: x.cos(), mpmath.cos, "3/7"),
        (lambda x: x.tan(), mpmath.tan, "3/7"),
        (lambda x: x.tanh(), mpmath.tanh, "3/7"),
        (lambda x: x.arctan(), mpmath.atan, "3/7"),
        (lambda x: x.arcsin(), mpmath.asin, "3/7"),
        (lambda x: x.arccos(), mpmath.acos, "3/7"),
        (lambda x: x.erf(), mpmath.erf, "3/7"),
        (lambda x: 1 / x, lambda x: 1 / x, "3/7"),
        (lambda x: x**-3, lambda x: x**-3, "-3/7"),
        (lambda x: x ** Fraction(5, 2), lambda x: x * x * mpmath.sqrt(x), "3/7"),
        (lambda x: x**x, lambda x: x**x, "3/7"),
        (lambda x: 2**x, lambda x: mpmath.mpf(2) ** x, "3/7"),
        (lambda x: x.exp() / (1 + x * x), lambda x: mpmath.exp(x) / (1 + x * x), "0"),
    ],
)
def test_terms_are_those_of_taylor(ours: Callable[[Any], Any], theirs: Callable[[Any], Any], at: str) -> None:
    place = Fraction(at)
    found = ours(number(place) + small(1, TERMS))
    assert (found.start, found.stop) == (0, TERMS)
    circle = [mpmath.expjpi(mpmath.mpf(2 * k) / 128) for k in range(128)]
    radius, centre = mpmath.mpf(1) / 8, mpmath.mpf(place.numerator) / place.denominator
    for power, term in enumerate(found.terms):
        values = [theirs(centre + radius * turn) / turn**power for turn in circle]
        wanted = mpmath.re(mpmath.fsum(values)) / 128 / radius**power
        assert abs(mpmath.mpf(term.ball.str(30, radius=False)) - wanted) < 1e-20


@pytest.mark.parametrize(
    ("of", "limit"),
    [
        (lambda h: h.sin() / h, 1),
        (lambda h: (h.exp() - 1 - h) / h**2, Fraction(1, 2)),
        (lambda h: ((1 + h).sqrt() - 1) / h, Fraction(1, 2)),
        (lambda h: (h.tan() - h.sin()) / h**3, Fraction(1, 2)),
        (lambda h: 1 / h - 1 / h.sin(), 0),
        (lambda h: h * (1 / h + 3), 1),
        (lambda h: 1 / (1 + (1 / h).exp()), 0),
        (lambda h: (1 / h).tanh(), 1),
        (lambda h: (-1 / h).erf(), -1),
        (lambda h: (h**2 + h**4).sqrt() / h, 1),
    ],
)
def test_limits_are_exact(of: Callable[[Any], Any], limit: Fraction) -> None:
    assert of(small(1, 8)).limit().fraction == limit


def test_far_out() -> None:
    x = far(1, TERMS)
    assert ((x * x + x).sqrt() - x).limit().fraction == Fraction(1, 2)
    assert (((1 + 1 / x).log() * x).exp() - ONE().exp()).limit().ball.contains(0)
    assert (x.arctan() - constant("pi") / 2).limit().ball.contains(0)
    assert (x * (-x).exp()).limit().fraction == 0
    assert is_flat((-x).exp())
    assert isinstance(x.exp(), Endless)
    assert x.exp() > x**5
    assert -x.exp() < x
    assert (x**3 / x.exp()).limit().fraction == 0


@pytest.mark.parametrize(
    "of",
    [
        lambda h: 1 / h,
        lambda h: (1 / h).exp() - (1 / h).exp(),
        lambda h: (1 / h).exp() * (-1 / h).exp(),
        lambda h: 1 / (-1 / h).exp(),
        lambda h: (1 / h).sin(),
        lambda h: (1 / h).log(),
        lambda h: h.sqrt(),
        lambda h: (1 / h).exp(),
        lambda h: (h - h) / (h - h),
        lambda h: (h.sin() - h + h**3 / 6) / h**9,  # more is asked for than is known
    ],
)
def test_what_is_not_known_is_left_open(of: Callable[[Any], Any]) -> None:
    with pytest.raises(UndecidedError):
        of(small(1, 5)).limit()


def test_never_more_is_known_than_what_went_in() -> None:
    short = Series(0, [ONE()])
    for value in (short.exp(), short.inverse(), short.sqrt(), short.sin(), short + ONE(), short * short):
        assert value.stop == 1
    assert (small(1, 5) / small(1, 5)).stop == 4
    with pytest.raises(UndecidedError):
        ((short - ONE()) / small(1, 5)).limit()


def test_signs_are_those_just_beside() -> None:
    h = small(1, 5)
    assert h > 0
    assert -h < 0
    assert h * h < h
    assert abs(-h).terms[1].fraction == 1
    assert ONE() > h
    assert 1 / h > 10**9


def test_nothing_is_divided_by_what_may_be_0() -> None:
    nearly = drawn(1.0, None) - drawn(1.0, None).exp().log()
    assert nearly.ball.contains(0)
    with pytest.raises(UndecidedError):
        Series(0, [nearly, ONE()]).inverse()


def test_derivatives_pass_through() -> None:
    x = drawn(0.5, fields.now().random())
    moved = Moved({0: x, 1: ONE()})
    found = ((moved + small(1, 5)) ** 2 - moved**2) / small(1, 5)  # 2 x + h
    limit = slope(found, 0).limit()
    assert fields.now().is_equal(limit.residue, fields.now().whole(2))
    assert limit.ball.contains(2)
