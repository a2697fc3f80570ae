"""∂ of a function holds its other arguments, d follows definitions, what could be either is refused."""

from __future__ import annotations

import pytest

from ..conftest import judged

Y = r"y \coloneqq x^2"
P = r"p \coloneqq x y"
OF_TWO = r"p(x, y) \coloneqq x y"
CELL = (r"v_0 \coloneqq 0", r"v_t \coloneqq f(x_t, v_{t-1}, w)")
TANH = r"f(x, u, w) \coloneqq \tanh(w u + x)"
THROUGH_TIME = (
    r"\frac{\partial v_t}{\partial w} = \frac{\partial f(x_t, v_{t-1}, w)}{\partial w}"
    r" + \frac{\partial f(x_t, v_{t-1}, w)}{\partial v_{t-1}} \frac{\partial v_{t-1}}{\partial w}"
)


TRUE = [
    (Y, P, r"\frac{dp}{dx} = 3 x^2"),
    (Y, P, r"\frac{\partial p}{\partial y} = x"),
    (Y, OF_TWO, r"\frac{\partial p}{\partial x} = y"),
    (Y, OF_TWO, r"\frac{\partial p}{\partial y} = x"),
    (Y, OF_TWO, r"\frac{dp}{dx} = 3 x^2"),
    (Y, OF_TWO, r"\frac{\partial p(x, y)}{\partial x} = y"),
    (Y, OF_TWO, r"\frac{\partial}{\partial x} p(x, y) = y"),
    (Y, OF_TWO, r"\frac{d}{dx} p(x, y) = 3 x^2"),
    (Y, OF_TWO,
     r"\frac{dp}{dx} = \frac{\partial p}{\partial x} + \frac{\partial p}{\partial y} \frac{dy}{dx}"),
    (Y, OF_TWO, r"\frac{\partial p(2 x, y)}{\partial x} = 2 y"),
    (Y, OF_TWO, r"\frac{\partial^2 p}{\partial x \partial y} = 1"),
    (Y, OF_TWO, r"\frac{\partial^2 p}{\partial x^2} = 0"),
    (Y, OF_TWO, r"\nabla p = (y, x)"),
    (r"q \coloneqq x + y", r"f \coloneqq q z", r"\frac{\partial f}{\partial x} = z"),
    (r"q \coloneqq x + y", r"r \coloneqq x y",
     r"f \coloneqq q r", r"\frac{\partial f}{\partial x} = r + q y"),
    (r"s(x, y) \coloneqq x + y", r"\frac{\partial s(x, x)}{\partial x} = 2"),
    (r"\mu \coloneqq \frac{1}{n} \sum_{i=1}^{n} x_i", r"y_i \coloneqq x_i - \mu",
     r"\frac{\partial y_j}{\partial x_i} = [i = j] - \frac{1}{n}"),
    (r"y \coloneqq x^3", r"\frac{dx}{dy} = \frac{1}{3 x^2}"),
    (r"y \coloneqq e^x", r"\frac{dx}{dy} = \frac{1}{y}"),
    (r"y \coloneqq x^3", r"z \coloneqq y + 1", r"\frac{dy}{dz} = 1"),
    (r"p \coloneqq x + z", r"\frac{\partial p}{\partial x} = 1"),
]  # fmt: skip
FALSE = [
    (Y, P, r"\frac{dp}{dx} = y"),
    (Y, OF_TWO, r"\frac{\partial p}{\partial x} = 3 x^2"),
    (Y, OF_TWO, r"\frac{dp}{dx} = y"),
    (Y, OF_TWO, r"\frac{\partial}{\partial x} p(x, y) = 3 x^2"),
    (Y, OF_TWO, r"\frac{d}{dx} p(x, y) = y"),
    (Y, OF_TWO, r"\frac{dp}{dx} = \frac{\partial p}{\partial x}"),
    (Y, OF_TWO, r"\nabla p = (3 x^2, x)"),
    (r"q \coloneqq x + y", r"f \coloneqq q z", r"\frac{\partial f}{\partial x} = z + 1"),
    (r"y \coloneqq x^3", r"\frac{dx}{dy} = 3 x^2"),
    (r"y \coloneqq x^3", r"z \coloneqq y + 1", r"\frac{dy}{dz} = 0"),
    (r"\mu \coloneqq \frac{1}{n} \sum_{i=1}^{n} x_i", r"y_i \coloneqq x_i - \mu",
     r"\frac{\partial y_j}{\partial x_i} = [i = j]"),
]  # fmt: skip
UNSAID = [
    (Y, P, r"\frac{\partial p}{\partial x} = 3 x^2"),
    (Y, P, r"\frac{\partial p}{\partial x} = y"),
    (Y, P, r"\nabla_x p = y"),
    (Y, r"x = x + 0", r"\frac{\partial}{\partial x} (x y) = y"),
    (Y, r"z \coloneqq y + 1", r"p \coloneqq x z", r"\frac{\partial p}{\partial x} = z"),
    (r"y \coloneqq x z", r"\frac{dx}{dy} = \frac{1}{z}"),
    (r"y \coloneqq x^3", r"z \coloneqq x + 1", r"\frac{dy}{dz} = 0"),
]


@pytest.mark.parametrize("page", TRUE)
def test_what_is_true_of_the_reading_that_is_written(page: tuple[str, ...]) -> None:
    verdict = judged(*page)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("page", FALSE)
def test_what_is_true_of_the_other_reading_only(page: tuple[str, ...]) -> None:
    verdict = judged(*page)
    assert verdict.status == "false", verdict.message


@pytest.mark.parametrize("page", UNSAID)
def test_two_readings_are_one_too_many(page: tuple[str, ...]) -> None:
    verdict = judged(*page)
    assert verdict.status == "error", verdict.message
    assert not verdict.is_breakdown


def test_the_error_names_both_readings() -> None:
    message = judged(Y, P, r"\frac{\partial p}{\partial x} = y").message
    assert "with y fixed" in message
    assert "p(x, y) \\coloneqq" in message


@pytest.mark.parametrize("cell", [(TANH, *CELL), CELL], ids=["tanh", "any"])
def test_backpropagation_through_time_needs_both(cell: tuple[str, ...]) -> None:
    assert judged(*cell, THROUGH_TIME, notation="steps").status == "true"
    forgotten = THROUGH_TIME.partition(" + ")[0]
    assert judged(*cell, forgotten, notation="steps").status == "false"
    total = THROUGH_TIME.replace(
        r"\frac{\partial f(x_t, v_{t-1}, w)}{\partial w}", r"\frac{d f(x_t, v_{t-1}, w)}{d w}"
    )
    assert judged(*cell, total, notation="steps").status == "false"


def test_a_sequence_is_derived_along_itself() -> None:
    walk = r"x_t \coloneqq w x_{t-1} + g_t"
    along = r"\frac{\partial x_t}{\partial w} = x_{t-1} + w \frac{\partial x_{t-1}}{\partial w}"
    held = r"\frac{\partial x_t}{\partial w} = x_{t-1}"
    assert judged(walk, along, notation="steps").status == "true"
    assert judged(walk, held, notation="steps").status == "false"


def test_a_letter_in_two_arguments_does_not_say_which_of_them_moves() -> None:
    """∂/∂x f(x, 2x) = 2x passed, read as the derivative by the first argument alone."""
    first, both = r"\frac{\partial}{\partial x} f(x, 2x) = 2x", r"\frac{\partial f(x, 2x)}{\partial x} = 4x"
    for claim in (first, both):
        assert judged(r"f(x, y) \coloneqq x y", claim).status == "error", claim
    assert judged(r"f(x, y) \coloneqq x y", r"\frac{\partial f(x, y)}{\partial x} = y").status == "true"


def test_what_is_false_in_both_readings_is_refuted_in_both() -> None:
    found = judged(Y, P, r"\frac{\partial p}{\partial x} = 5 x")
    assert found.status == "false"
    assert "false in both readings" in found.message
    assert found.message.count("counter-example") == 2


@pytest.mark.parametrize(
    "claim",
    [
        r"\frac{\partial p}{\partial x} = 3 x^2",
        r"\frac{\partial p}{\partial x} = y",
        r"\frac{\partial p}{\partial x} = \frac{\partial p}{\partial x} + x \frac{\partial y}{\partial x}",
    ],
)
def test_what_is_true_in_one_reading_is_left_to_the_author(claim: str) -> None:
    """In the last one the left side follows the definitions and the right side does not."""
    found = judged(Y, P, claim)
    assert found.status == "error"
    assert "fixed, or along its definition" in found.message


def test_a_mixed_claim_that_is_false_in_each_mixture_is_refuted() -> None:
    claim = (
        r"\frac{\partial p}{\partial x} = \frac{\partial p}{\partial x} + 2 x \frac{\partial y}{\partial x}"
    )
    assert judged(Y, P, claim).status == "false"
