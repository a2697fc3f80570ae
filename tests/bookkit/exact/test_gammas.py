"""The gamma function of exact numbers: factorials, multiples of √π, and slopes of every order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import mpmath
import pytest

from bookkit import exact
from bookkit.exact import field as fields
from bookkit.exact import functions, moved
from bookkit.exact.errors import UndecidedError
from bookkit.exact.field import Field
from bookkit.exact.number import constant, drawn, number, precisely

pytestmark = pytest.mark.skipif(not exact.available(), reason=f"{exact.PACKAGE} is not installed")


@pytest.fixture
def field() -> Iterator[Field]:
    made = Field("a test", 5)
    with precisely(), fields.calculating(made):
        yield made


def test_of_whole_numbers_and_halves(field: Field) -> None:
    assert functions.gamma(number(6)).fraction == 120
    found = functions.gamma(number(Fraction(7, 2)))
    expected = constant("pi").sqrt() * Fraction(15, 8)
    assert fields.now().is_equal(found.residue, expected.residue)
    assert (found.ball - expected.ball).contains(0)
    with pytest.raises(UndecidedError):
        functions.gamma(number(-2))


@pytest.mark.parametrize("x", [0.3, 2.7, -1.4])
@pytest.mark.parametrize(
    ("function", "slope"),
    [(functions.gamma, lambda x, n: mpmath.diff(mpmath.gamma, x, n)), (functions.digamma, mpmath.psi)],
)
def test_slopes(
    x: float, function: Callable[[Any], Any], slope: Callable[[Any, int], Any], field: Field
) -> None:
    of_psi = function is functions.digamma
    at = moved.step(0) + moved.step(1) + drawn(x, field.random())
    value = function(at)
    with mpmath.workdps(40):
        for order, moves in enumerate((0, 1, 3)):
            expected = slope(order, x) if of_psi else slope(x, order)
            assert float(value.parts[moves].ball.mid()) == pytest.approx(float(expected), rel=1e-12)
