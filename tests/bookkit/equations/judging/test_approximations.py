"""What is nearly so because a letter is small, to the power that is written."""

from __future__ import annotations

import pytest

from ..conftest import judged, judged_with


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (r"f(x + h) \approx f(x) + h f'(x)", r"f(x + h) \approx f(x) + 2 h f'(x)"),
        (
            r"f(x + h) \approx f(x) + h f'(x) + \frac{h^2}{2} f''(x)",
            r"f(x + h) \approx f(x) + h f'(x) + h^2 f''(x)",
        ),
        (r"f'(x) \approx \frac{f(x + h) - f(x - h)}{2 h}", r"f'(x) \approx \frac{f(x + h) - f(x - h)}{h}"),
        (r"\frac{1}{1 - \epsilon} \approx 1 + \epsilon", r"\frac{1}{1 - \epsilon} \approx 1 - \epsilon"),
        (r"f(x + \Delta x) - f(x) \approx f'(x) \Delta x", r"f(x + \Delta x) - f(x) \approx -f'(x) \Delta x"),
        (
            r"f(x - \eta f'(x)) \approx f(x) - \eta f'(x)^2",
            r"f(x - \eta f'(x)) \approx f(x) - \eta f'(x)",
        ),
    ],
)
def test_the_polynomial_says_how_far(true: str, false: str) -> None:
    found = judged(true)
    assert found.status == "true", found.message
    assert found.claims[0].kind == "\\approx"
    assert judged(false).status == "false"


@pytest.mark.parametrize(
    "latex",
    [
        r"h \approx \frac{1}{n}",  # says what h is
        r"x \approx y",
        r"e^x \approx 1 + x",  # nothing says that x is small
        r"f(x + h) \approx f(x) + \epsilon f'(x)",
        r"\cos h \approx \frac{1}{1 + h^2}",
    ],
)
def test_where_nothing_says_what_is_small_it_is_not_read(latex: str) -> None:
    assert judged(latex).status == "error"


def test_a_number_is_still_rounded() -> None:
    assert judged(r"\sqrt{2} \approx 1.414").status == "true"
    assert judged(r"\sqrt{2} \approx 1.415").status == "false"


def test_a_step_along_a_column() -> None:
    own = {"n": "a size", "x": "a column of n", "g": "a column of n", "\\epsilon": "a positive number"}
    line = r"f(x) \coloneqq x^\top x"
    claim = r"f(x - \epsilon g) \approx f(x) - 2 \epsilon g^\top x"
    assert judged_with(own, line, claim).status == "true"
    assert judged_with(own, line, claim.replace("2 ", "")).status == "false"
