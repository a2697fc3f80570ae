r"""Derivatives by a power of a letter, ``\partial \sigma^2``, and inverses, ``\sigma^{-1}(p)``."""

from __future__ import annotations

import pytest

from bookkit.equations import check

from ..told_apart import assert_not_read, assert_told_apart

LIKELY = r"L(\mu, s^2) \coloneqq -\frac{1}{2} \ln s^2 - \frac{(x - \mu)^2}{2 s^2}"
BY_SQUARE = r"\frac{(x - \mu)^2}{2 s^4} - \frac{1}{2 s^2}"
AT_BEST = r"\left.\frac{\partial L}{\partial s^2}\right|_{s^2 = (x - \mu)^2} = 0"
TWICE = r"\frac{\partial^2 L}{\partial (s^2)^2} = \frac{1}{2 s^4} - \frac{(x - \mu)^2}{s^6}"
DATA = {"s": "a positive number", "x": "a number", "\\mu": "a number"}
SQUARES = [
    (
        rf"\frac{{\partial L}}{{\partial s^2}} = {BY_SQUARE}",
        rf"\frac{{\partial L}}{{\partial s}} = {BY_SQUARE}",
    ),
    (rf"\frac{{\partial L}}{{\partial s}} = 2 s \cdot ({BY_SQUARE})", r"\frac{\partial L}{\partial s} = 0 s"),
    (
        rf"\frac{{\partial L(\mu, s^2)}}{{\partial s^2}} = {BY_SQUARE}",
        r"\frac{\partial L}{\partial s^2} = 0 x",
    ),
    (AT_BEST, AT_BEST.replace("= (", "= 2 (")),
    (TWICE, TWICE.replace("1}{2", "1}{3")),
]
PLAIN = [  # what is true, what is false
    (r"\frac{d}{dx} f(x^2, y) = \frac{d}{dx} f(x^2, y) + 0 x y", r"\frac{d}{dx} f(x^2, y) = 0 y"),
    (
        r"\frac{\partial}{\partial w^3} \frac{1}{w^3} = -\frac{1}{w^6}",
        r"\frac{\partial}{\partial w^3} w^6 = w^5",
    ),
    (r"\frac{d}{d(x^2)} x^6 = 3 x^4", r"\frac{d}{d(x^2)} x^6 = 6 x^5"),
    (r"\frac{d^2}{d(x^2)^2} x^6 = 6 x^2", r"\frac{d^2}{d(x^2)^2} x^6 = 30 x^4"),
    (
        r"\sigma^{-1}(p) = \ln \frac{p}{1 - p} \quad \text{if } p \in (0, 1)",
        r"\sigma^{-1}(p) = \ln \frac{1 - p}{p} \quad \text{if } p \in (0, 1)",
    ),
    (r"\sigma^{-1}(\sigma(z)) = z", r"\sigma^{-1}(\sigma(z)) = \frac{1}{z}"),
    (r"\tanh^{-1}(x) = \frac12 \ln \frac{1 + x}{1 - x}", r"\tanh^{-1}(x) = \ln \frac{1 + x}{1 - x}"),
    (
        r"\frac{d}{dx} \sinh^{-1} x = \frac{1}{\sqrt{x^2 + 1}}",
        r"\frac{d}{dx} \sinh^{-1} x = \frac{1}{x^2 + 1}",
    ),
    (
        r"\cosh(\cosh^{-1} x) = x \quad \text{if } x > 1",
        r"\cosh^{-1}(x) = \frac{1}{\cosh x} \quad \text{if } x > 1",
    ),
    (r"\exp^{-1}(x) = \ln x", r"\exp^{-1}(x) = e^{-x}"),
]


@pytest.mark.parametrize(("right", "wrong"), SQUARES)
def test_of_a_function_of_a_square(right: str, wrong: str) -> None:
    context = check(LIKELY, "own", symbols=DATA).context
    assert_told_apart(right, wrong, "own", context, symbols=DATA)


@pytest.mark.parametrize(("right", "wrong"), PLAIN)
def test_powers_and_inverses(right: str, wrong: str) -> None:
    assert_told_apart(right, wrong)


def test_an_argument_that_is_a_power_moves_with_its_letter() -> None:
    context = check(r"p(u, v) \coloneqq u v").context
    by_x = r"\frac{\partial p(x^2, y)}{\partial x} = "
    assert_told_apart(by_x + "2 x y", by_x + "0 y", "calculus", context)


@pytest.mark.parametrize("latex", [r"\log^{-1}(x) = e^x", r"f^{-1}(x) = x", r"\sigma_1^{-1}(x) = x"])
def test_of_no_known_inverse(latex: str) -> None:
    assert_not_read(latex)


def test_a_letter_of_the_page_has_no_inverse_of_the_table() -> None:
    symbols = {r"\sigma": "a positive number", "x": "a number"}
    assert_told_apart(
        r"\sigma^{-1} (\sigma + x) = 1 + \frac{x}{\sigma}",
        r"\sigma^{-1} (\sigma + x) = x",
        "own",
        symbols=symbols,
    )
