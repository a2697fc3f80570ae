"""Ways in which the checker was fooled where only one side has a value, and by rounding."""

from __future__ import annotations

import pytest

from .conftest import Judge

FALSE = [
    r"\sqrt[3]{x^3} = |x|",
    r"\log x^2 = 2 \log x",
    r"\log x^4 = 4 \log x",
    r"\log(x y) = \log x + \log y",
    r"\log \frac{x}{y} = \log x - \log y",
    r"\sqrt{x y} = \sqrt{x} \sqrt{y}",
    r"\sqrt{\frac{x}{y}} = \frac{\sqrt{x}}{\sqrt{y}}",
    r"(\sqrt{x})^2 = \sqrt{x^2}",
    r"(\sqrt{x})^2 = x",
    r"x^{1/2} x^{1/2} = x",
    r"e^{\log x} = x",
    r"\sqrt[4]{x^4} = x",
    r"\sqrt[3]{x^2} = \sqrt[3]{x}",
    r"\sqrt[3]{x} \ge 0",
    r"x^{1/3} \ge 0",
    r"\frac{d}{dx} \sqrt{x^2} = \frac{x}{\sqrt{x} \sqrt{x}}",
    r"\frac{\log x^2}{\log x} = 2",
    r"\log x^2 = 2 \log x \quad \text{for } x < 3",
]
TRUE = [
    r"\sqrt[3]{-x} = -\sqrt[3]{x}",
    r"\sqrt[3]{x^3} = x",
    r"\sqrt[3]{x} \sqrt[3]{y} = \sqrt[3]{x y}",
    r"\sqrt[4]{x^4} = |x|",
    r"\sqrt[5]{x^5} = x",
    r"\sqrt[3]{x^6} = x^2",
    r"x^{2/3} \ge 0",
    r"(x^{1/3})^3 = x",
    r"\log x^2 = 2 \log |x|",
    r"\log x^3 = 3 \log x",
    r"\log x^2 = 2 \log x \quad \text{for } x > 0",
    r"e^{\log x} = x \quad \text{for } x > 0",
    r"\sqrt{x^2} = x \quad \text{for } x \ge 0",
    r"\log x \le x - 1 \quad \text{for } x > 0",
    r"\frac{d}{dx} \log x = \frac{1}{x}",
    r"\frac{d}{dx} \log |x| = \frac{1}{x}",
    r"\frac{d}{dx} \sqrt[3]{x} = \frac{1}{3 \sqrt[3]{x^2}}",
    r"x \cdot \frac{1}{x} = 1",
    r"\frac{x^2 - 1}{x - 1} = x + 1",
]


@pytest.mark.parametrize("latex", FALSE)
def test_a_side_without_a_value_refutes(judge: Judge, latex: str) -> None:
    assert judge(latex).status == "false"


@pytest.mark.parametrize("latex", TRUE)
def test_what_holds_where_it_has_values_is_true(judge: Judge, latex: str) -> None:
    verdict = judge(latex)
    assert verdict.status == "true", verdict.message


def test_a_bound_that_has_no_value_for_some_numbers_needs_a_condition(judge: Judge) -> None:
    verdict = judge(r"\log x \le x - 1")
    assert verdict.status == "error"
    assert "one side has a value" in verdict.message
    assert "no value" in verdict.message


ROUNDED = [
    (r"3.5 \approx 4", r"3.5 \approx 3"),
    (r"2.5 \approx 3", r"2.5 \approx 2"),
    (r"-2.5 \approx -3", r"-2.5 \approx -2"),
    (r"0.35 \approx 0.4", r"0.35 \approx 0.3"),
    (r"0.125 \approx 0.13", r"0.125 \approx 0.12"),
    (r"1.005 \approx 1.01", r"1.005 \approx 1.00"),
    (r"0.045 \approx 0.05", r"0.045 \approx 0.04"),
    (r"\frac{7}{8} = 0.875 \approx 0.88", r"\frac{7}{8} = 0.875 \approx 0.87"),
    (r"\frac{5}{16} \approx 0.313", r"\frac{5}{16} \approx 0.312"),
    (r"1250 \approx 1.3 \cdot 10^3", r"1250 \approx 1.2 \cdot 10^3"),
    (r"0.4999 \approx 0.5", r"0.4499 \approx 0.5"),
    (r"\pi \approx 3.1416", r"\pi \approx 3.1415"),
    (r"0.88 \approx \frac{7}{8}", r"0.87 \approx \frac{7}{8}"),
]


@pytest.mark.parametrize(("right", "wrong"), ROUNDED)
def test_what_lies_in_the_middle_is_rounded_away_from_0(judge: Judge, right: str, wrong: str) -> None:
    assert judge(right).status == "true"
    assert judge(wrong).status == "false"


def test_a_given_value_in_the_middle_is_rounded_away_from_0(judge: Judge) -> None:
    assert judge(r"x \coloneqq 0.35", r"x \approx 0.4").status == "true"
    assert judge(r"x \coloneqq 0.35", r"x \approx 0.3").status == "false"
    assert judge(r"x \coloneqq 0.45", r"x \approx 0.5").status == "true"
    assert judge(r"x \coloneqq 0.45", r"x \approx 0.4").status == "false"
