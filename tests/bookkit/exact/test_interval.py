"""Intervals hold every value that an operation has on them; mpmath says which these are."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import mpmath
import pytest

from bookkit import exact
from bookkit.exact import field as fields
from bookkit.exact.errors import NoValueError, UndecidedError
from bookkit.exact.field import fresh
from bookkit.exact.interval import Interval, interval
from bookkit.exact.moved import Moved
from bookkit.exact.number import ONE, precisely

pytestmark = pytest.mark.skipif(not exact.available(), reason=f"{exact.PACKAGE} is not installed")

FUNCTIONS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any], float, float]] = {
    "exp": (lambda x: x.exp(), mpmath.exp, -5, 5),
    "log": (lambda x: x.log(), mpmath.log, 0.01, 5),
    "sqrt": (lambda x: x.sqrt(), mpmath.sqrt, 0, 5),
    "sin": (lambda x: x.sin(), mpmath.sin, -9, 9),
    "cos": (lambda x: x.cos(), mpmath.cos, -9, 9),
    "tan": (lambda x: x.tan(), mpmath.tan, -1.5, 1.5),
    "tanh": (lambda x: x.tanh(), mpmath.tanh, -4, 4),
    "sinh": (lambda x: x.sinh(), mpmath.sinh, -4, 4),
    "cosh": (lambda x: x.cosh(), mpmath.cosh, -4, 4),
    "arctan": (lambda x: x.arctan(), mpmath.atan, -9, 9),
    "arcsin": (lambda x: x.arcsin(), mpmath.asin, -1, 1),
    "arccos": (lambda x: x.arccos(), mpmath.acos, -1, 1),
    "erf": (lambda x: x.erf(), mpmath.erf, -4, 4),
    "sigmoid": (lambda x: x.sigmoid(), lambda x: 1 / (1 + mpmath.exp(-x)), -9, 9),
    "softplus": (lambda x: x.softplus(), lambda x: mpmath.log(1 + mpmath.exp(x)), -9, 9),
    "abs": (abs, abs, -3, 3),
    "square": (lambda x: x**2, lambda x: x**2, -3, 3),
    "cube": (lambda x: x**3, lambda x: x**3, -3, 3),
    "fourth": (lambda x: x**4, lambda x: x**4, -3, 3),
    "inverse": (lambda x: 1 / x, lambda x: 1 / x, 0.1, 3),
    "inverse square": (lambda x: x**-2, lambda x: x**-2, 0.1, 3),
    "root of a cube": (lambda x: x ** Fraction(3, 2), lambda x: x * mpmath.sqrt(x), 0, 3),
    "x to the x": (lambda x: x**x, lambda x: x**x, 0.1, 3),
    "2 to the x": (lambda x: 2**x, lambda x: mpmath.mpf(2) ** x, -3, 3),
    "larger": (lambda x: x.larger(Fraction(1, 3)), lambda x: max(x, mpmath.mpf(1) / 3), -3, 3),
    "smaller": (lambda x: x.smaller(Fraction(1, 3)), lambda x: min(x, mpmath.mpf(1) / 3), -3, 3),
    "a polynomial": (lambda x: 2 - x * (x - 3) / 4, lambda x: 2 - x * (x - 3) / 4, -3, 3),
}


@pytest.fixture(autouse=True)
def calculating() -> Iterator[None]:
    with precisely(), fields.calculating(fresh(0, 3)), mpmath.workdps(40):
        yield


def between(low: float, high: float) -> Interval:
    return Interval.between(Fraction(low), Fraction(high), False, False)


def ends(value: Any) -> tuple[Any, Any]:
    found = interval(value)
    return mpmath.mpf(found.low.at.str(30, radius=False)), mpmath.mpf(found.high.at.str(30, radius=False))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_value_is_inside_and_small_intervals_have_near_ends(name: str) -> None:
    ours, theirs, least, most = FUNCTIONS[name]
    rng = random.Random(name)
    hair = mpmath.mpf(10) ** -25
    for _ in range(60):
        width = (most - least) * 2.0 ** -rng.randrange(0, 30)
        start = least + (most - least - width) * rng.random()
        stop = min(start + width, most)
        low, high = ends(ours(between(start, stop)))
        values = [theirs(mpmath.mpf(start) + (mpmath.mpf(stop) - start) * part / 8) for part in range(9)]
        assert all(low - hair <= value <= high + hair for value in values)
        if width < 1e-6:
            assert high - low <= 1000 * width


@pytest.mark.parametrize("name", ["sigmoid", "softplus", "tanh", "exp", "erf", "arctan", "sin"])
def test_slopes_of_an_interval_hold_the_slopes_at_its_numbers(name: str) -> None:
    ours, theirs, least, most = FUNCTIONS[name]
    rng = random.Random(name)
    for _ in range(12):
        start = rng.uniform(least, most - 0.2)
        moved = ours(Moved({0: between(start, start + 0.1), 1: ONE(), 2: ONE()}))
        for order, part in ((1, 1), (2, 3)):
            low, high = ends(moved.parts[part])
            for share in (0, 0.3, 1):
                value = mpmath.diff(theirs, mpmath.mpf(start) + 0.1 * share, order)
                assert low - 1e-9 <= value <= high + 1e-9


def test_open_ends_are_never_reached() -> None:
    positive = Interval.between(Fraction(0), None)
    everything = Interval.between(None, None)
    assert str(positive) == "(0, [+/- inf])"
    for value in (
        positive,
        everything.exp(),
        everything.sigmoid(),
        1 - everything.sigmoid(),
        everything.softplus(),
        1 / (1 + everything.exp()),
        1 - everything.tanh(),
        1 + everything.tanh(),
        1 / positive,
        positive * positive,
        positive + positive,
        positive.sqrt(),
        positive**3,
        everything.exp() + everything**2,
    ):
        assert value.is_above_0(), str(value)
        assert value > 0
    for value in (
        everything**2,
        abs(everything),
        everything.larger(0),
        positive * interval(0),
        positive - positive,
    ):
        assert not value.is_above_0(), str(value)


def test_what_is_0_at_one_end_only_if_that_belongs_to_it() -> None:
    half = Interval.between(Fraction(0), Fraction(1), False, True)
    assert not half.is_above_0()
    assert half.is_at_least_0()
    assert (half * half).is_at_least_0()
    assert not (half * half).is_above_0()
    with pytest.raises(UndecidedError):
        1 / half
    with pytest.raises(UndecidedError):
        half.log()
    with pytest.raises(UndecidedError):
        bool(half > 0)


def test_signs_are_decided_or_not_at_all() -> None:
    assert between(1, 2) < between(2.5, 3)
    assert between(1, 2) <= 2.5
    assert between(1, 2) != 3
    for other in (between(1.5, 3), between(2, 3), 1, Fraction(3, 2)):
        with pytest.raises(UndecidedError):
            bool(between(1, 2) < other)
    with pytest.raises(UndecidedError):
        between(-1, 1).sign()
    same = between(1, 2)
    with pytest.raises(UndecidedError):
        bool(same == same)  # two of its numbers may be two
    with pytest.raises(UndecidedError):
        float(same)


@pytest.mark.parametrize(
    "without",
    [
        lambda: between(-2, -1).log(),
        lambda: between(-2, -1).sqrt(),
        lambda: between(2, 3).arcsin(),
        lambda: between(-3, -2).arccos(),
        lambda: 1 / between(0, 0),
        lambda: between(-2, 0).log(),
    ],
)
def test_what_has_no_value_anywhere_says_so(without: Callable[[], Any]) -> None:
    with pytest.raises(NoValueError):
        without()


@pytest.mark.parametrize(
    "partly",
    [
        lambda: between(-1, 1).log(),
        lambda: between(-1, 1).sqrt(),
        lambda: between(0, 2).arcsin(),
        lambda: 1 / between(-1, 1),
        lambda: between(-1, 1) ** -2,
        lambda: between(-1, 1) ** Fraction(1, 2),
    ],
)
def test_what_has_no_value_on_a_part_is_undecided(partly: Callable[[], Any]) -> None:
    with pytest.raises(UndecidedError) as caught:
        partly()
    assert not isinstance(caught.value, NoValueError)


def test_infinite_ends_are_calculated_with() -> None:
    far, near = Interval.between(Fraction(9), None), Interval.between(None, Fraction(-9))
    assert far + far > 17
    assert 1 / far < Fraction(1, 8)
    assert near * near > 80
    assert near.exp() < Fraction(1, 8000)
    assert near.sigmoid() < Fraction(1, 8000)
    assert far.tanh() < 1
    assert (far * interval(0)) <= 0
    assert ends((far - far).sin()) == (-1, 1)
    assert far**3 > 700
    assert far.log() > 2
