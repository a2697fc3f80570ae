r"""An operator takes the product behind it, and where it may end earlier, the author has to say where."""

from __future__ import annotations

import pytest

from ..conftest import judged

OF_TWO = r"f(x, y) \coloneqq x^2 y"

TRUE = [
    ("vectors", r"\nabla_u \frac{1}{2} \lVert u \rVert^2 = u"),
    ("vectors", r"\nabla_u \tfrac12 u^\top u = u"),
    ("vectors", r"\nabla_u \frac{1}{2} \cdot \lVert u \rVert^2 = u"),
    ("vectors", r"\nabla_u v^\top u = v"),
    ("vectors", r"\nabla_u 2 u^\top v = 2 v"),
    ("vectors", r"\nabla_u \frac{1}{2} \lVert u \rVert^2 + u = 2 u"),
    ("vectors", r"u^\top \nabla_u \frac{1}{2} \lVert u \rVert^2 = \lVert u \rVert^2"),
    ("vectors", r"\nabla_u \frac{1}{2} u^\top u \big|_{u = v} = v"),
    ("vectors", r"d \frac{1}{2} u^\top u = u^\top du"),
    ("vectors", r"d \lVert u \rVert^2 = 2 u^\top du"),
    ("network", r"\nabla_{W^l} \frac{1}{2} \lambda \lVert W^l \rVert_F^2 = \lambda W^l"),
    ("network", r"\nabla_{a^L} \frac12 C \odot \sigma'(z^L) = \frac12 \delta^L"),
    ("network", r"\nabla_{a^L} C \odot \sigma'(z^L) = \delta^L"),
    ("network", r"\nabla_{z^l} C (a^{l-1})^\top = \nabla_{W^l} C"),
    ("network", r"\nabla_{W^l} 2 C = 2 \delta^l (a^{l-1})^\top"),
    ("calculus", r"\frac{d}{dx} \frac{1}{2} x^2 = x"),
    ("calculus", r"\frac{d}{dx} \frac{1}{2} \cdot x^2 = x"),
    ("calculus", r"\frac{d}{dx} 3 x^2 = 6 x"),
    ("calculus", r"\frac{d}{dx} x^2 / 2 = x"),
    ("calculus", r"2 \cdot \frac{\partial}{\partial x} \frac12 x^2 \cdot 3 = 6 x"),
    ("calculus", r"\frac{d^2}{dx^2} \frac12 x^2 = 1"),
    ("calculus", r"\frac{d}{dx} x \cdot \sin x = \sin x + x \cos x"),
    ("calculus", r"\frac{d}{dx} (x^2) y = 2 x y"),
    ("calculus", r"\frac{d}{dx} (x^2) \cdot x = 2 x^2"),
    ("calculus", r"\frac{d}{dx} x \frac{d}{dx} x^3 = 9 x^2"),
    ("calculus", r"\frac{d}{dx} x \sin x \Big|_{x=0} = 0"),
    ("calculus", r"\frac{d}{dx} 2 x^2 \Big|_{x=3} = 12"),
    ("calculus", r"(x - 2) \frac{d}{dx} x^2 \Big|_{x=2} = 4 x - 8"),
    ("calculus", r"\partial_x \frac{1}{2} x^2 y = x y"),
    ("calculus", r"\partial_x 3 x^2 = 6 x"),
    ("calculus", r"\partial_x x \sin x = \sin x + x \cos x"),
    ("calculus", r"\mathrm{d} \frac12 x^2 = x\,\mathrm{d}x"),
    ("calculus", OF_TWO, r"\partial_x f \, \partial_y f = 2 x^3 y"),
    ("calculus", OF_TWO, r"\partial_x f \cdot \partial_y f = 2 x^3 y"),
    ("calculus", OF_TWO, r"\partial_x \partial_y f = 2 x"),
    ("calculus", OF_TWO, r"\partial_x f(2, 3) = 12"),
    ("softmax", r"\frac{\partial}{\partial z_k} \exp(z_j) = [j = k] \exp(z_j)"),
    ("calculus", r"y \coloneqq x^2", r"z \coloneqq y^3", r"\frac{d}{dy} z \cdot \frac{dy}{dx} = 6 x^5"),
]
FALSE = [
    ("vectors", r"\nabla_u \frac{1}{2} \lVert u \rVert^2 = 2 u"),
    ("vectors", r"\nabla_u \frac{1}{2} \lVert u \rVert^2 = 0 u"),
    ("vectors", r"\nabla_u \frac{1}{2} u^\top u \big|_{u = v} = u"),
    ("vectors", r"d \frac{1}{2} u^\top u = 2 u^\top du"),
    ("network", r"\nabla_{W^l} \frac{1}{2} \lambda \lVert W^l \rVert_F^2 = 2 \lambda W^l"),
    ("network", r"\nabla_{a^L} \frac12 C \odot \sigma'(z^L) = \delta^L"),
    ("calculus", r"\frac{d}{dx} \frac{1}{2} \cdot x^2 = 0"),
    ("calculus", r"\frac{d}{dx} x \cdot \sin x = \sin x"),
    ("calculus", r"\frac{d}{dx} (x^2) \cdot x = 3 x^2"),
    ("calculus", r"\frac{d}{dx} x \sin x \Big|_{x=0} = x"),
    ("calculus", r"\partial_x \frac{1}{2} x^2 y = 0"),
    ("calculus", r"\partial_x x \sin x = \sin x"),
    ("calculus", r"\mathrm{d} \frac12 x^2 = 2 x\,\mathrm{d}x"),
    ("calculus", OF_TWO, r"\partial_x f(2, 3) = 0"),
    ("calculus", OF_TWO, r"\partial_x f \, \partial_y f = 2 x y"),
]
UNSAID = [
    ("vectors", r"\nabla_u \lVert u \rVert^2 v^\top u = 2 u v^\top u"),
    ("network", r"\nabla_{W^l} C\, \lVert W^l \rVert_F^2 = \lVert W^l \rVert_F^2 \nabla_{W^l} C"),
    ("calculus", r"\frac{d}{dx} x^2 \cdot \sin x = 2 x \sin x + x^2 \cos x"),
    ("calculus", r"\frac{d}{dx} x^2 \cdot \sin x = 2 x \sin x"),
    ("calculus", r"\frac{d}{dx} (x^2) x = 2 x^2"),
    ("calculus", r"\frac{d}{dx} (x^2) x = 3 x^2"),
    ("calculus", OF_TWO, r"\partial_x f(x, y) x = 2 x^2 y"),
    ("calculus", OF_TWO, r"\frac{\partial}{\partial x} f \frac{\partial}{\partial y} f = 2 x^3 y"),
    ("calculus", OF_TWO, r"\frac{\partial}{\partial x} f(2, 3) = 12"),
    ("calculus", r"x^2 y \Big|_{x=3} = 9 y"),
    ("calculus", r"x^2 y \Big|_{x=3} = x^2 y"),
    ("calculus", r"x \cdot y \Big|_{x=3} = 3 y"),
    ("calculus", r"y \coloneqq x^2", r"dy = x\,dx"),
    ("calculus", r"y \coloneqq x^2", r"dy = 2 x\,dx"),
    ("calculus", r"d \frac12 x^2 = x\,dx"),
    ("calculus", r"\frac{d}{dx} = 2"),
]
NOTHING_BETWEEN = [  # with a dot, many read a divergence
    ("network", r"\nabla_{a^L} \odot C \odot \sigma'(z^L) = \delta^L", r"\odot"),
    ("network", r"\nabla_{z^L} \cdot C = \delta^L", r"\cdot"),
    ("network", r"\delta^L = \sigma'(z^L) \odot (\nabla_{a^L} \odot C)", r"\odot"),
    ("calculus", r"\frac{d}{dx} \cdot x^2 = 2 x", r"\cdot"),
]


@pytest.mark.parametrize("case", TRUE)
def test_an_operator_takes_the_whole_product(case: tuple[str, ...]) -> None:
    verdict = judged(*case[1:], notation=case[0])
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("case", FALSE)
def test_what_is_true_of_another_reach_only(case: tuple[str, ...]) -> None:
    verdict = judged(*case[1:], notation=case[0])
    assert verdict.status == "false", verdict.message


@pytest.mark.parametrize("case", UNSAID)
def test_two_reaches_are_one_too_many(case: tuple[str, ...]) -> None:
    verdict = judged(*case[1:], notation=case[0])
    assert verdict.status == "error", verdict.message
    assert not verdict.is_breakdown


@pytest.mark.parametrize(("notation", "latex", "sign"), NOTHING_BETWEEN)
def test_an_operator_is_no_factor(notation: str, latex: str, sign: str) -> None:
    verdict = judged(latex, notation=notation)
    assert verdict.status == "error", verdict.message
    assert f"what is derived comes right behind, without {sign}" in verdict.message


def test_the_error_shows_both_spellings_and_each_is_read_as_it_says() -> None:
    message = judged(r"\frac{d}{dx} x^2 \cdot \sin x = 2 x \sin x").message
    whole, first = r"\frac{d}{d x}(x^{2} \cdot \sin x)", r"(\frac{d}{d x}(x^{2})) \cdot \sin x"
    assert f"write {whole} or {first}" in message
    assert judged(rf"{whole} = 2 x \sin x + x^2 \cos x").status == "true"
    assert judged(rf"{first} = 2 x \sin x").status == "true"


def test_an_update_says_of_what_product_it_takes_the_gradient() -> None:
    step = r"w \leftarrow w - \eta \nabla_w \frac{1}{2} (w c - 3)^2"
    assert judged(step, notation="calculus").status == "true"
    assert judged(step.replace("w - ", "w + "), notation="calculus").status == "false"
