r"""Calculus in a few letters as other books write it: values at places, expansions, bare functions."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

NOTHING: tuple[str, ...] = ()
OF_TWO = ("f(x, y) = x^2 y",)
SQUARE = ("f(x) = x^2",)
LINE = ("L = (wx - y)^2",)
PLACES = [
    # Between two places, at the ends of an integral, of one letter, and far out.
    (NOTHING, r"\int_a^b x\,dx = \left.\frac{x^2}{2}\right|_a^b = \frac{b^2 - a^2}{2}", CHECKED),
    (NOTHING, r"\int_a^b x\,dx = \left.\frac{x^2}{3}\right|_a^b", FALSE),
    (NOTHING, r"\left.\frac{x^2}{2}\right|_a^b = \frac{b^2 + a^2}{2}", FALSE),
    (NOTHING, r"\int_0^1 x\,dx = \left[\frac{x^2}{2}\right]_0^1", CHECKED),
    (NOTHING, r"\int_0^1 x\,dx = \Big[x^2\Big]_0^1", FALSE),
    (NOTHING, r"\int_0^1 x\,dx = \frac12 x^2\Bigr|_0^1", CHECKED),
    (NOTHING, r"\int_0^1 x\,dx = \frac13 x^2\Bigr|_0^1", FALSE),
    (NOTHING, r"x e^x\Big|_{x=0}^{1} = e", CHECKED),
    (NOTHING, r"x e^x\Big|_{x=0}^{x=1} = e - 1", FALSE),
    (NOTHING, r"\left.-e^{-x}\right|_0^\infty = 1", CHECKED),
    (NOTHING, r"\left[-\frac1x\right]_{x=1}^{x=\infty} = 2", FALSE),
    (SQUARE, r"f(x)\Big|_1^2 = 3", CHECKED),
    (SQUARE, r"f(x)\Big|_1^2 = 4", FALSE),
    # At one place, with its letter or without.
    (SQUARE, r"f'(x)\big|_{x=3} = 6", CHECKED),
    (SQUARE, r"f'(x)\big|_{x=3} = 9", FALSE),
    (SQUARE, r"\left.\frac{df}{dx}\right|_3 = 6", CHECKED),
    (SQUARE, r"\left.\frac{df}{dx}\right|_{x_0} = 2x_0", CHECKED),
    (SQUARE, r"\left.\frac{df}{dx}\right|_{x_0} = 3x_0", FALSE),
    (OF_TWO, r"\left.\frac{\partial f}{\partial x}\right|_{(1,2)} = 4", CHECKED),
    (OF_TWO, r"\left.\frac{\partial f}{\partial x}\right|_{(x,y)=(a,b)} = 2a", FALSE),
    (OF_TWO, r"\left(\frac{\partial f}{\partial x}\right)_{x=1} = 2y", CHECKED),
    (OF_TWO, r"\left[\frac{\partial f}{\partial x}\right]_{x=y=2} = 4", FALSE),
    (LINE, r"\left.\frac{\partial L}{\partial w}\right|_{w_0} = 2x(w_0x - y)", CHECKED),
    (LINE, r"\left.\frac{\partial L}{\partial w}\right|_{w=0} = 2xy", FALSE),
    (NOTHING, r"\frac{df}{dx}\Big|_{x=a} = f'(a)", CHECKED),
    (NOTHING, r"\frac{df}{dx}\Big|_{x=a} = f''(a)", FALSE),
    # What a bar is about, and what is fixed, may be open.
    (NOTHING, r"x + \frac{x^2}{2}\Big|_0^1 = \frac32", UNREAD),
    (NOTHING, r"\left. xy \right|_0^1 = y", UNREAD),
    (OF_TWO, r"\left.\frac{\partial f}{\partial x}\right|_y = 2xy", UNREAD),
    (SQUARE, r"\left.\frac{df}{dx}\right|_{x=1}^2 = 4", UNREAD),
    # What names no letter that may be anything is no assumption.
    (NOTHING, r"\int_0^1 x\,dx = 1", FALSE),
    (NOTHING, r"\int_0^1 (3x^2 + 1)\,dx = 0", FALSE),
    (NOTHING, r"\lim_{x \to 0} \frac{\sin x}{x} = 0", FALSE),
    (NOTHING, r"\left.\frac{d}{dz} \tanh(z)\right|_{z=0} = 0", FALSE),
    (NOTHING, r"\int_0^a x\,dx = 1", UNREAD),
    (("p(x) = cx",), r"\int_0^1 p(x)\,dx = 1", UNREAD),
    (("p(x) = 2x",), r"\int_0^1 p(x)\,dx = 2", FALSE),
    (NOTHING, r"\int_0^x x\,dx = 1", UNREAD),
    (LINE, r"\left.\frac{dL}{dw}\right|_{w=0} = 0", UNREAD),
    (NOTHING, r"\left.\frac{d}{dx} (x-1)^2\right|_{x=a} = 0", UNREAD),
]
SIGMOID = (r"s(x) = \frac{1}{1 + e^{-x}}",)
NEURON = ("f(z) = \\tanh z", "z = wx", "a = f(z)", "C = (a - y)^2")
BARE = [
    # A function without its argument, once the line is about nothing else.
    (NOTHING, r"\frac{d\sigma}{dz} = \sigma(1 - \sigma)", CHECKED),
    (NOTHING, r"\frac{d\sigma}{dz} = \sigma(1 + \sigma)", FALSE),
    (NOTHING, r"\frac{d^2\sigma}{dz^2} = \sigma(1 - \sigma)(1 - 2\sigma)", CHECKED),
    (NOTHING, r"\sigma'' = \sigma'(1 - \sigma)", FALSE),
    (NOTHING, r"\tanh' = 1 - \tanh^2", CHECKED),
    (NOTHING, r"\frac{d\tanh}{dx} = 1 - \tanh x", FALSE),
    (NOTHING, r"\operatorname{softplus}' = \sigma'", FALSE),
    (SIGMOID, r"s' = s(1 - s)", CHECKED),
    (SIGMOID, r"\frac{ds}{dx} = s(1 - s)", CHECKED),
    (SIGMOID, r"s' = s(1 + s)", FALSE),
    (NOTHING, r"(\sigma \circ f)'(x) = \sigma'(f(x)) f'(x)", CHECKED),
    (NOTHING, r"(\sigma \circ f)'(x) = \sigma'(x) f'(x)", FALSE),
    # At the place of a function, not at what something else is derived by.
    (NEURON, r"\frac{\partial C}{\partial w} = 2(a - y) f' x", CHECKED),
    (NEURON, r"\frac{\partial C}{\partial w} = 2(a - y) f x", FALSE),
    (NEURON[1:], r"\frac{\partial C}{\partial w} = 2(a - y) \sigma' x", UNREAD),
    (NOTHING, r"(\sigma^{-1})' = \frac{1}{\sigma' \circ \sigma^{-1}}", UNREAD),
]
AT_A_PLACE = [
    # What is small is a distance; the letter goes to the place.
    (NOTHING, "f(x) = f(a) + f'(a)(x-a) + O((x-a)^2)", CHECKED),
    (NOTHING, "f(x) = f(a) + 2f'(a)(x-a) + O((x-a)^2)", FALSE),
    (NOTHING, r"f(x) = f(x_0) + f'(x_0)(x-x_0) + o(\lvert x-x_0 \rvert)", CHECKED),
    (NOTHING, "f(x) = f(x_0) - f'(x_0)(x-x_0) + o(x-x_0)", FALSE),
    (NOTHING, r"\ln x = (x-1) - \frac{(x-1)^2}{2} + O((x-1)^3)", CHECKED),
    (NOTHING, r"\ln x = (x-1) - \frac{(x-1)^2}{3} + O((x-1)^3)", FALSE),
    (NOTHING, r"f(x) \approx f(a) + f'(a)(x-a)", CHECKED),
    (NOTHING, r"f(x) \approx f(a) - f'(a)(x-a)", FALSE),
    # Dots behind a Taylor polynomial are of the next power.
    (NOTHING, r"f(x+h) = f(x) + h f'(x) + \cdots", CHECKED),
    (NOTHING, r"f(x) = f(a) + f'(a)(x-a) + \dots", CHECKED),
    (NOTHING, r"f(x) = f(a) + 2f'(a)(x-a) + \dots", FALSE),
    # Coefficients of which nothing is known, and places that are, may be something else.
    (NOTHING, r"f(x) \approx f(a) + \frac{f(b) - f(a)}{b-a}(x-a)", UNREAD),
    (NOTHING, r"f(x) = f(a) + f'(a)(x-a) + \frac12 f''(\xi)(x-a)^2", UNREAD),
    (NOTHING, r"\sigma(z) \approx \frac12 + 0.2z", UNREAD),
]
ANY = [
    # A derivative beside the function itself says which functions are meant; a rule is about all of them.
    (NOTHING, "f' = f(1 - f)", UNREAD),
    (NOTHING, "f'(x) = -f(x)", UNREAD),
    (NOTHING, r"\frac{df}{dx} = f(x)", UNREAD),
    (NOTHING, "f(-x) = -f(x)", UNREAD),
    (NOTHING, "(f^2)' = ff'", FALSE),
    (NOTHING, r"\frac{d}{dx} \frac{1}{f(x)} = -\frac{f'(x)}{f(x)}", FALSE),
    (NOTHING, r"f'(x) = \lim_{h \to 0} \frac{f(x+h) - f(x)}{2h}", FALSE),
    (NOTHING, r"\frac{d}{dx} f(2x) = f'(2x)", FALSE),
    (("f(x) = e^{-x}",), "f'(x) = f(x)", FALSE),
]
CURVED = ("f(x, y) = x^2 y + y^3",)
POLAR = (r"x = r\cos\theta", r"y = r\sin\theta")
OF_SEVERAL = [
    (CURVED, r"\nabla^2 f(x, y) = \begin{pmatrix} 2y & 2x \\ 2x & 6y \end{pmatrix}", CHECKED),
    (CURVED, r"\nabla^2 f(x, y) = \begin{pmatrix} 2y & 2x \\ 2x & 3y^2 \end{pmatrix}", FALSE),
    (CURVED, r"\nabla^2 f(1, 2) = \begin{pmatrix} 4 & 2 \\ 2 & 6 \end{pmatrix}", FALSE),
    (CURVED, r"\nabla^2 f = 8y", UNREAD),  # the Laplacian
    (NOTHING, r"f(x+h, y) = f(x, y) + h\frac{\partial f}{\partial x} + O(h^2)", CHECKED),
    (NOTHING, r"f(x+h, y) = f(x, y) + h\frac{\partial f}{\partial y} + O(h^2)", FALSE),
    (POLAR, r"\frac{\partial(x, y)}{\partial(r, \theta)} = r", CHECKED),
    (POLAR, r"\frac{\partial(x, y)}{\partial(r, \theta)} = r^2", FALSE),
]
WORDS = [
    (NOTHING, r"\lvert x \rvert = x \quad \text{if $x > 0$}", CHECKED),
    (NOTHING, r"\lvert xy \rvert = -xy \quad \text{if $x > 0$ and $y > 0$}", FALSE),
    (
        NOTHING,
        r"\lvert x \rvert = \begin{cases} x & \text{for $x \ge 0$,} \\ -x & \text{otherwise.} \end{cases}",
        CHECKED,
    ),
    (
        NOTHING,
        r"\lvert x \rvert = \begin{cases} x & \text{for $x \ge 0$,} \\ x & \text{otherwise.} \end{cases}",
        FALSE,
    ),
    (("x = t^2", "z = xt"), r"\frac{\partial z}{\partial t} = x \quad \text{for fixed } x", UNREAD),
]


@pytest.mark.parametrize(("said", "formula", "kind"), PLACES)
def test_values_at_places(said: tuple[str, ...], formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", {}, said), formula, tmp_path) == kind


@pytest.mark.parametrize(("said", "formula", "kind"), BARE)
def test_functions_without_arguments(said: tuple[str, ...], formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", {}, said), formula, tmp_path) == kind


@pytest.mark.parametrize(("said", "formula", "kind"), [*AT_A_PLACE, *ANY, *OF_SEVERAL, *WORDS])
def test_expansions_and_words(said: tuple[str, ...], formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", {}, said), formula, tmp_path) == kind


@pytest.mark.parametrize("words", ["for fixed", "for a fixed", "for each fixed"])
@pytest.mark.parametrize(("slope", "kind"), [("2x_j", CHECKED), ("3x_j", FALSE)])
def test_an_index_that_is_fixed(words: str, slope: str, kind: str, tmp_path: Path) -> None:
    symbols = {"n": "a size", "x": "a column of n"}
    formula = rf"\frac{{\partial}}{{\partial x_j}} \sum_i x_i^2 = {slope} \quad \text{{{words} }} j"
    assert kind_of_last(Habit("", symbols), formula, tmp_path) == kind
