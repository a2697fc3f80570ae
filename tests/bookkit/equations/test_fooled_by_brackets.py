"""A letter before a bracket is a product or a function by declaration, and never by a guess."""

from __future__ import annotations

import pytest

from .conftest import judged

UNSAID = [
    ("calculus", r"\frac{C(w + h) - C(w)}{h} = C"),
    ("calculus", r"\frac{J(\theta + \epsilon) - J(\theta - \epsilon)}{2 \epsilon} = J"),
    ("calculus", r"\frac{d}{dx} u(x) = u"),
    ("calculus", r"\frac{\partial}{\partial x} v(2 x) = 2 v"),
    ("calculus", r"u(x + y) = u x + u y"),
    ("calculus", r"h(x + y) = h(x) + h(y)"),
    ("calculus", r"x(t) = t x"),
    ("calculus", r"x(3) = 3 x"),
    ("calculus", r"x(-3) = -3 x"),
    ("calculus", r"x(1/2) = x/2"),
    ("calculus", r"w(2, 3) = 2 w"),
    ("calculus", r"a(b)^2 = a b^2"),
    ("calculus", r"p(x h) = x p h"),
    ("calculus", r"\sum_{i=1}^{n} u(x_i) = u \sum_{i=1}^{n} x_i"),
    ("calculus", r"\log u(x) = \log (x u)"),
    ("calculus", r"1 / u(x) = 1 / (x u)"),
    ("calculus", r"\sigma(u(x)) = \sigma(x u)"),
    ("calculus", r"(f + g)(x) = x f + x g"),
    ("calculus", r"\frac{f}{g}(x) = \frac{x f}{g}"),
    ("steps", r"\eta(t) = \eta t"),
    ("steps", r"\eta(t + 1) = \eta t + \eta"),
    ("steps", r"\lambda(t - s) = \lambda t - \lambda s"),
    ("softmax", r"C(2 a) = 2 C(a)"),
    ("softmax", r"a_j(z_j + 1) = a_j z_j + a_j"),
    ("chain", r"C(w^l + 1) = C w^l + C"),
    ("network", r"C(2) = 2 C"),
    ("network", r"C(c + 1) = C c + C"),
    ("logistic", r"a(z) = a z"),
    ("logistic", r"a(1 - z) = a - a z"),
    ("logistic", r"J(b + 1) = J b + J"),
    ("logistic", r"J(w) = J w"),
    ("vectors", r"W(s + t) = s W + t W"),
    ("vectors", r"g(a + b) = a g + b g"),
]
PRODUCTS = [
    ("calculus", r"a (b + c) = a b + a c"),
    ("calculus", r"\eta (a^2 + b^2) = \eta a^2 + \eta b^2"),
    ("calculus", r"u (1 - u) = u - u^2"),
    ("calculus", r"u^2 (1 - u) = u^2 - u^3"),
    ("calculus", r"n (n + 1) = n^2 + n"),
    ("calculus", r"h \cdot (x + y) = h x + h y"),
    ("calculus", r"u \cdot (x) = x u"),
    ("calculus", r"\frac{h}{2} (w - u) = \frac{h w - h u}{2}"),
    ("calculus", r"(f - g)(f + g) = f^2 - g^2"),
    ("calculus", r"2 (x + y) = 2 x + 2 y"),
    ("calculus", r"\pi (x + y) = \pi x + \pi y"),
    ("calculus", r"\sum_{i=1}^{n} i (n - i) = \frac{n (n^2 - 1)}{6}"),
    ("steps", r"\theta_t (1 - \eta \lambda) = \theta_t - \eta \lambda \theta_t"),
    ("steps", r"\beta (\theta_t - \theta_{t-1}) = \beta \theta_t - \beta \theta_{t-1}"),
    ("softmax", r"\frac{\partial a_j}{\partial z_k} = a_j ([j = k] - a_k)"),
    ("network", r"\frac{\partial C}{\partial W^l} = \delta^l (a^{l-1})^\top"),
    ("network", r"W^l (a^{l-1} + a^{l-1}) = 2 W^l a^{l-1}"),
    ("logistic", r"y (1 - a) + a (1 - y) = y + a - 2 a y"),
    ("vectors", r"A^\top (A x - y) = A^\top A x - A^\top y"),
    ("vectors", r"W (x + y) = W x + W y"),
]
DECLARED_TRUE = [
    ("calculus", r"u(x) \coloneqq x^3", r"u(2 x) = 8 u(x)"),
    ("calculus", r"u(x) \coloneqq x^3", r"\frac{d}{dx} u(x) = 3 x^2"),
    ("calculus", r"C(w) \coloneqq w^2", r"\frac{C(w + h) - C(w)}{h} = 2 w + h"),
    ("calculus", r"y \coloneqq x^2", r"y (z + 1) = x^2 z + x^2"),
    ("calculus", r"p(x, y) \coloneqq x (y + 2)", r"p(2, 3) = 10"),
    ("calculus", r"f(x) \coloneqq x^2", r"f (1 - f) = (1 - x^2)^2"),
]
DECLARED_FALSE = [
    ("calculus", r"u(x) \coloneqq x^3", r"u(2 x) = 2 u(x)"),
    ("calculus", r"C(w) \coloneqq w^2", r"\frac{C(w + h) - C(w)}{h} = C"),
    ("calculus", r"f(x) \coloneqq x^2", r"f(1 - x) = f - x f"),
]
UNSAID_LATER = [
    ("calculus", r"y \coloneqq x^2", r"y (x + 1) = x y + y"),
    ("calculus", r"z \coloneqq x + 1", r"y \coloneqq z^2", r"y (x + 1) = x y + y"),
    ("calculus", r"f(x) \coloneqq x^2", r"(f + 1)(2) = 2 f + 2"),
    ("calculus", r"f(x) \coloneqq x^2", r"g(x) \coloneqq x^3", r"(f + g)(x + 1) = (x + 1) f + (x + 1) g"),
]
PLACES_TRUE = [
    (r"f(x) \coloneqq x^2", r"\frac{df}{dx}(1) = 2"),
    (r"f(x) \coloneqq x^2", r"\frac{df}{dx}(x + 1) = 2 x + 2"),
    (r"f(x) \coloneqq x^2", r"\frac{d^2 f}{dx^2}(3) = 2"),
    (r"f(x) \coloneqq x^2", r"\frac{\partial f}{\partial x}(3)^2 = 36"),
    (r"f(x) \coloneqq x^2", r"\left. \frac{df}{dx} \right|_{x=2} = 4"),
    (r"f(x) \coloneqq x^2", r"\nabla f(3) = 6"),
    (r"f(x) \coloneqq \sin x", r"\frac{df}{dx}(\pi) = \cos \pi"),
    (r"f(x, y) \coloneqq x^2 y", r"\frac{\partial f}{\partial x}(a, b) = 2 a b"),
    (r"f(x, y) \coloneqq x^2 y", r"\frac{\partial f}{\partial y}(3, 5) = 9"),
    (r"f(x, y) \coloneqq x^2 y", r"\frac{\partial^2 f}{\partial x \partial y}(a, b) = 2 a"),
    (r"f(x, y) \coloneqq x^2 y", r"\nabla f(x, y) = (2 x y, x^2)"),
    (r"f(x, y) \coloneqq x^2 y", r"\nabla f(1, 2) = (4, 1)"),
    (r"f(x, y) \coloneqq x y", r"\nabla f = [y, x]"),
    (r"f(x, y) \coloneqq x y",
     r"\nabla f = \left[ \frac{\partial f}{\partial x}, \frac{\partial f}{\partial y} \right]"),
    (r"x \coloneqq 3", r"\frac{d\sigma}{dz}(0) = \frac{1}{4}"),
    (r"x \coloneqq 3", r"\frac{dg}{dz}(a) = g'(a)"),
]  # fmt: skip
PLACES_FALSE = [
    (r"f(x) \coloneqq x^2", r"\frac{df}{dx}(1) = 2 x"),
    (r"f(x) \coloneqq x^2", r"\frac{d^2 f}{dx^2}(3) = 6"),
    (r"f(x) \coloneqq \sin x", r"\frac{df}{dx}(\pi) = \pi \cos x"),
    (r"f(x) \coloneqq x^2", r"\frac{df}{dx}(x + 1) = 2 x (x + 1)"),
    (r"f(x, y) \coloneqq x^2 y", r"\frac{\partial f}{\partial x}(a, b) = a^2"),
    (r"f(x, y) \coloneqq x^2 y", r"\nabla f(x, y) = (x^2, 2 x y)"),
    (r"f(x, y) \coloneqq x y", r"\nabla f = [x, y]"),
]
PLACES_UNSAID = [
    (r"y \coloneqq x^2", r"\frac{dy}{dx}(1) = 2 x"),
    (r"y \coloneqq x^2", r"\frac{dy}{dx}(x + 1) = 2 x (x + 1)"),
    (r"f(x) \coloneqq x^2", r"\frac{df}{dt}(2) = 4"),
    (r"f(x, y) \coloneqq x y", r"\frac{df}{dx}(2, 3) = 3"),
    (r"f(x, y) \coloneqq x y", r"\frac{\partial f}{\partial x}(2) = 2 y"),
]


@pytest.mark.parametrize(("notation", "latex"), UNSAID)
def test_a_bracket_that_may_be_an_argument_is_refused(notation: str, latex: str) -> None:
    verdict = judged(latex, notation=notation)
    assert verdict.status == "error", verdict.message
    assert not verdict.is_breakdown


@pytest.mark.parametrize("page", UNSAID_LATER)
def test_a_bracket_with_what_a_letter_is_made_from_is_refused(page: tuple[str, ...]) -> None:
    verdict = judged(*page[1:], notation=page[0])
    assert verdict.status == "error", verdict.message
    assert "\\cdot" in verdict.message


@pytest.mark.parametrize(("notation", "latex"), PRODUCTS)
def test_a_product_is_read_where_it_can_be_nothing_else(notation: str, latex: str) -> None:
    verdict = judged(latex, notation=notation)
    assert verdict.status == "true", verdict.message


def test_the_error_tells_both_ways_to_write_it() -> None:
    message = judged(r"u(x + y) = u x + u y").message
    assert "u \\cdot (x + y)" in message
    assert "u(…) \\coloneqq" in message


@pytest.mark.parametrize("page", DECLARED_TRUE)
def test_what_the_page_declares_is_what_is_read(page: tuple[str, ...]) -> None:
    verdict = judged(*page[1:], notation=page[0])
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("page", DECLARED_FALSE)
def test_what_the_page_declares_is_judged(page: tuple[str, ...]) -> None:
    verdict = judged(*page[1:], notation=page[0])
    assert verdict.status == "false", verdict.message


@pytest.mark.parametrize("page", PLACES_TRUE)
def test_a_derivative_before_a_bracket_is_taken_there(page: tuple[str, ...]) -> None:
    verdict = judged(*page)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("page", PLACES_FALSE)
def test_a_derivative_before_a_bracket_is_no_product(page: tuple[str, ...]) -> None:
    verdict = judged(*page)
    assert verdict.status == "false", verdict.message


@pytest.mark.parametrize("page", PLACES_UNSAID)
def test_a_derivative_before_a_bracket_needs_a_function(page: tuple[str, ...]) -> None:
    verdict = judged(*page)
    assert verdict.status == "error", verdict.message
    assert not verdict.is_breakdown
