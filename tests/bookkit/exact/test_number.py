"""Exact numbers: their balls hold what mpmath computes, and their residues obey the laws, and no others."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import mpmath
import numpy as np
import pytest

from bookkit import exact
from bookkit.exact import field as fields
from bookkit.exact import moved, uninterpreted
from bookkit.exact.errors import DeeperError, UndecidedError
from bookkit.exact.field import Field, is_prime
from bookkit.exact.number import Number, constant, drawn, number, precisely

pytestmark = pytest.mark.skipif(not exact.available(), reason=f"{exact.PACKAGE} is not installed")


@pytest.fixture
def field() -> Iterator[Field]:
    made = Field("a test", 5)
    with precisely(), fields.calculating(made):
        yield made


def some(field: Field, value: float) -> Number:
    return drawn(value, field.random())


def equal(a: Any, b: Any) -> tuple[bool, bool]:
    """What balls and residues say."""
    a, b = number(a), number(b)
    assert a.residue is not None
    assert b.residue is not None
    return bool((a.ball - b.ball).contains(0)), fields.now().is_equal(a.residue, b.residue)


def sigmoid(z: Any) -> Any:
    return 1 / (1 + (-z).exp())


LAWS: dict[str, Callable[[Any, Any], tuple[Any, Any]]] = {
    "a square": lambda x, y: ((x + y) ** 2, x * x + 2 * x * y + y**2),
    "a quotient": lambda x, y: (x / y - y / x, (x - y) * (x + y) / (x * y)),
    "exp of a sum": lambda x, y: ((x + y).exp(), x.exp() * y.exp()),
    "exp in exp": lambda x, y: ((x.exp() + y).exp(), x.exp().exp() * y.exp()),
    "Pythagoras": lambda x, y: (x.sin() ** 2 + x.cos() ** 2, 1),
    "sine of a sum": lambda x, y: ((x + y).sin(), x.sin() * y.cos() + x.cos() * y.sin()),
    "tanh": lambda x, y: (x.tanh(), 2 * sigmoid(2 * x) - 1),
    "log of exp": lambda x, y: (x.exp().log(), x),
    "exp of log": lambda x, y: (y.log().exp(), y),
    "log of a product": lambda x, y: ((x * y).log(), x.log() + y.log()),
    "log of a power": lambda x, y: ((x**3).log(), 3 * x.log()),
    "log of a sigmoid": lambda x, y: (sigmoid(x).log(), -(1 + (-x).exp()).log()),
    "root of a square": lambda x, y: (((-x) ** 2).sqrt(), x),
    "root of a quotient": lambda x, y: ((x / y).sqrt() * y.sqrt(), x.sqrt()),
    "root of a number": lambda x, y: (number(8).sqrt(), 2 * number(2).sqrt()),
    "arctan is odd": lambda x, y: ((-x).arctan(), -x.arctan()),
    "e": lambda x, y: (constant("e") ** 2, number(2).exp()),
}
WRONG: dict[str, Callable[[Any, Any], tuple[Any, Any]]] = {
    "a lost term": lambda x, y: ((x + y) ** 2, x * x + y * y),
    "a sign": lambda x, y: ((x - y).exp(), x.exp() * y.exp()),
    "an exponent": lambda x, y: ((2 * x).exp(), x.exp() ** 3),
    "another point": lambda x, y: (x.sin(), y.sin()),
    "a factor": lambda x, y: (x.tanh(), 2 * sigmoid(2 * x) - 1.5),
    "a small number": lambda x, y: (x, x + number(10) ** -40),
    "a root": lambda x, y: ((x * x).sqrt(), y),
    "a logarithm": lambda x, y: ((x + y).log(), x.log() + y.log()),
}


def with_roots(values: Callable[[Any, Any], tuple[Any, Any]]) -> tuple[bool, bool]:
    """At the first random point at which all square roots are there."""
    for seed in range(20):
        with precisely(), fields.calculating(Field(str(seed), 5)) as field:
            try:
                return equal(*values(some(field, 0.625), some(field, 1.75)))
            except UndecidedError:
                continue
    raise AssertionError


@pytest.mark.parametrize("law", LAWS)
def test_both_witnesses_agree_to_a_law(law: str) -> None:
    assert with_roots(LAWS[law]) == (True, True)


@pytest.mark.parametrize("law", WRONG)
def test_both_witnesses_object_to_a_wrong_one(law: str) -> None:
    assert with_roots(WRONG[law]) == (False, False)


@pytest.mark.parametrize(
    "name", ["exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "sinh", "cosh", "arctan", "arcsin", "arccos"]
)
def test_a_ball_holds_the_value_of_mpmath(name: str, field: Field) -> None:
    other = {"arctan": "atan", "arcsin": "asin", "arccos": "acos"}.get(name, name)
    with mpmath.workprec(400):
        wanted = mpmath.nstr(getattr(mpmath, other)(mpmath.mpf(0.625)), 80)
    try:
        found = getattr(some(field, 0.625), name)()
    except UndecidedError:
        pytest.skip("no square root at this point")
    import flint

    assert found.ball.overlaps(flint.arb(wanted))
    assert found.ball.rel_accuracy_bits() > 200


@pytest.mark.parametrize(
    "name", ["exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "sinh", "cosh", "arctan"]
)
def test_a_derivative_is_that_of_mpmath(name: str, field: Field) -> None:
    """Of the function by moving, of mpmath by differences at a very high precision."""
    other = {"arctan": "atan"}.get(name, name)
    with mpmath.workdps(60):
        wanted = mpmath.diff(getattr(mpmath, other), mpmath.mpf(0.625))
        second = mpmath.diff(getattr(mpmath, other), mpmath.mpf(0.625), 2)
    x = drawn(0.625, None)  # a real number alone
    once = moved.slope(getattr(x + moved.step(0), name)(), 0)
    inner = moved.slope(getattr(x + moved.step(0) + moved.step(1), name)(), 1)
    assert abs(float(once.ball.mid()) - float(wanted)) < 1e-14
    assert abs(float(moved.slope(inner, 0).ball.mid()) - float(second)) < 1e-13


def test_what_is_no_number_has_no_slope_of_nothing(field: Field) -> None:
    """It may hold moved numbers: 0 would be a derivative that nobody has taken."""
    with pytest.raises(UndecidedError):
        moved.slope([some(field, 0.5) + moved.step(0)], 0)
    assert moved.slope(some(field, 0.5), 0).fraction == 0


def test_the_product_rule_at_any_functions(field: Field) -> None:
    x = some(field, 0.625)

    def value(name: str, at: Any) -> Any:
        return uninterpreted.value(name, lambda v: v[0] * v[0] * v[0], [at])

    at = x + moved.step(0)
    whole = moved.slope(value("f", at) * value("g", at), 0)
    parts = [moved.slope(value(name, at), 0) for name in "fg"]
    assert equal(whole, parts[0] * value("g", x) + value("f", x) * parts[1]) == (True, True)
    assert equal(parts[0], parts[1]) == (True, False)  # the example is one, and the functions are two


def test_mixed_derivatives_of_any_function_are_symmetric(field: Field) -> None:
    x, y = some(field, 0.625), some(field, 1.75)

    def value(a: Any, b: Any) -> Any:
        return uninterpreted.value("f", lambda v: v[0] * v[0] * v[1], [a, b])

    one = moved.slope(moved.slope(value(x + moved.step(0), y + moved.step(1)), 0), 1)
    other = moved.slope(moved.slope(value(x + moved.step(1), y + moved.step(0)), 0), 1)
    assert equal(one, other) == (True, True)
    squared = moved.slope(moved.slope(value(x + moved.step(0) + moved.step(1), y), 0), 1)
    assert equal(one, squared)[1] is False


def test_what_balls_cannot_tell_is_undecided(field: Field) -> None:
    root = number(2).sqrt()
    with pytest.raises(UndecidedError):
        bool(root * root > 2)
    with pytest.raises(UndecidedError):
        number(1) / (root * root - 2)


def test_nothing_becomes_a_float_unnoticed(field: Field) -> None:
    with pytest.raises(UndecidedError):
        np.asarray(number(2).sqrt(), dtype=float)
    with pytest.raises(UndecidedError):
        float(number(1) / 3)
    assert float(number(1) / 4) == 0.25


def test_a_float_of_unknown_origin_refutes_nothing(field: Field) -> None:
    third = number(1.0 / 3.0)
    assert third.residue is None
    assert (third.ball - (number(1) / 3).ball).contains(0)


def test_exponentials_that_stand_too_deep_say_so() -> None:
    with precisely(), fields.calculating(Field("flat", 2)) as flat, pytest.raises(DeeperError):
        some(flat, 0.5).exp().exp()


def test_the_primes_of_a_tower_divide_one_another_less_1(field: Field) -> None:
    assert all(is_prime(p, random.Random(1)) for p in field.primes)
    assert all((above - 1) % below == 0 for above, below in zip(field.primes, field.primes[1:], strict=False))
    assert not is_prime(3215031751, random.Random(1))  # a strong pseudoprime to the bases 2, 3, 5 and 7


def test_arrays_of_exact_numbers_calculate_as_arrays_do(field: Field) -> None:
    matrix = np.array([[some(field, 0.5), some(field, 2.0)], [some(field, -1.0), some(field, 0.25)]])
    from bookkit.values import linear

    found = linear.inverse(matrix) @ matrix
    assert equal(found[0, 0], 1) == equal(found[0, 1], 0) == (True, True)
    assert equal(linear.determinant(matrix @ matrix), linear.determinant(matrix) ** 2) == (True, True)
