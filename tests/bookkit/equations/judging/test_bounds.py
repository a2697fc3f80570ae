"""Inequalities in one number: shown for all of its range, refuted at a place, or left as they are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bookkit import exact
from bookkit.equations.judging import bounds
from bookkit.equations.judging.bounds import simplest
from bookkit.equations.judging.judge import check
from bookkit.equations.judging.verdict import SAMPLED, WHOLE, Evidence

needs_package = pytest.mark.skipif(not exact.available(), reason=f"{exact.PACKAGE} is not installed")

# Each with the places at which both sides are equal, as far as they are simple.
SHOWN = {
    r"0 < \sigma(z)": (),
    r"\sigma(z) < 1": (),
    r"\sigma(z) \in (0, 1)": (),
    r"\sigma'(z) \le \frac{1}{4}": ("0",),
    r"\sigma'(z) \le \sigma'(0)": ("0",),
    r"\sigma'(z) > 0": (),
    r"\lvert \tanh'(z) \rvert \le 1": ("0",),
    r"\tanh'(z) \in (0, 1]": ("0",),
    r"\log x \le x - 1 \quad \text{for } x > 0": ("1",),
    r"1 + x \le e^x": ("0",),
    r"1 + x < e^x \quad \text{for } x \neq 0": (),
    r"x^2 \ge 0": ("0",),
    r"x (1 - x) \le \frac{1}{4}": ("1/2",),
    r"x + \frac{1}{x} \ge 2 \quad \text{for } x > 0": ("1",),
    r"(x^2 - 1)^2 \ge 0": ("-1", "1"),
    r"\tanh x \le x \quad \text{for } x \ge 0": ("0",),
    r"\sin x \ge x - \frac{x^3}{6} \quad \text{for } x \ge 0": ("0",),
    r"\lvert \sin x \rvert \le \lvert x \rvert": ("0",),
    r"\lvert \sin x \rvert \le 1": (),
    r"\lvert x \rvert \ge x": ("0",),
    r"\max(x, 0) \ge x": ("0",),
    r"\operatorname{ReLU}(z) \ge z": ("0",),
    r"\operatorname{softplus}(z) \le \operatorname{ReLU}(z) + \log 2": ("0",),
    r"\sqrt{1 + x} \le 1 + \frac{x}{2} \quad \text{for } x \ge -1": ("0",),
    r"\Phi(z) < 1": (),
    r"\varphi(z) \le \frac{1}{\sqrt{2 \pi}}": ("0",),
    r"e^x \ge e x": ("1",),
    r"\sigma''(z) \le 0.0962250449": (),
    r"\sigma'(\sigma(x)) \, \sigma'(x) \le \frac{1}{16}": (),
    r"\frac{d}{dx} x^3 \ge 0": ("0",),
    r"n^2 \ge n": ("1",),
}

# One part in a billion off, or less; floats let those of the second kind pass.
NEAR_MISSES = (
    r"\sigma'(z) \le 0.2499999999",
    r"\sigma'(z) < \frac{1}{4}",
    r"\log x \le x - 1.000000001 \quad \text{for } x > 0",
    r"1 + 1.000000001 x \le e^x",
    r"1.000000001 + x \le e^x",
    r"\tanh'(z) \le 0.999999999",
    r"\tanh x \le 0.999999999 x \quad \text{for } x \ge 0",
    r"x (1 - x) \le 0.2499999999",
    r"x + \frac{1}{x} \ge 2.000000001 \quad \text{for } x > 0",
    r"\sqrt{1 + x} \le 0.999999999 + \frac{x}{2} \quad \text{for } x \ge -1",
    r"x e^{-x} \le 0.3678794411",
    r"\varphi(z) \le 0.398942280",
    r"\sigma(z) \in (0, 0.999999999)",
    r"\sin x \ge 1.000000001 x - \frac{x^3}{6} \quad \text{for } x \ge 0",
    r"\sin x + \cos x \le 1.414213562",
)
TOO_NEAR_FOR_FLOATS = (
    r"\sigma''(z) \le 0.0962250448",
    r"x^4 - 2 x^2 + 1 \ge 10^{-16}",
    r"\log x \le x - 1 - 10^{-16} \quad \text{for } x > 0",
    r"\sigma'(z) \le \frac{1}{4} - 10^{-18}",
)


def evidence(latex: str) -> Evidence:
    verdict = check(latex)
    assert verdict.status == "true", verdict.message
    found = verdict.claims[-1].evidence
    assert found is not None
    return found


@needs_package
@pytest.mark.parametrize(("latex", "meets"), SHOWN.items())
def test_it_is_shown_for_every_number(latex: str, meets: tuple[str, ...]) -> None:
    found = evidence(latex)
    assert (found.grade, found.meets) == (WHOLE, meets)
    assert found.pieces
    assert found.variable in latex


@pytest.mark.parametrize("latex", list(SHOWN)[:6])
def test_without_the_package_floats_judge(latex: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "package", lambda: "")
    verdict = check(latex)
    assert (verdict.status, verdict.grade) == ("true", SAMPLED)


@needs_package
@pytest.mark.parametrize("latex", NEAR_MISSES + TOO_NEAR_FOR_FLOATS)
def test_a_near_miss_is_refuted_at_a_place(latex: str) -> None:
    verdict = check(latex)
    assert verdict.status == "false", verdict.grade
    found = verdict.counterexample
    assert found is not None
    assert found.values


@needs_package
@pytest.mark.parametrize("latex", TOO_NEAR_FOR_FLOATS)
def test_both_sides_are_given_with_digits_that_differ(latex: str) -> None:
    found = check(latex).counterexample
    assert found is not None
    assert found.left != found.right


@pytest.mark.parametrize("latex", TOO_NEAR_FOR_FLOATS)
def test_floats_let_it_pass(latex: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "package", lambda: "")
    assert check(latex).status == "true"


@needs_package
@pytest.mark.parametrize(
    "latex",
    [
        r"x y \le x^2 + y^2",  # two numbers
        r"\sum_{k=1}^n k \ge n",  # so many terms
        r"(n - 1) (n - 2) \ge 0",  # true between no two whole numbers
        r"x e^{-x} \le 0.3678794412",  # an exponential against a power, far out
        r"\sin x + \cos x \le \sqrt{2}",  # they meet where nobody cuts
        r"\lvert f(x) \rvert \ge 0",  # any function
    ],
)
def test_what_cannot_be_shown_is_sampled(latex: str) -> None:
    assert evidence(latex).grade == SAMPLED


@needs_package
def test_a_jump_is_not_passed_over_by_slopes() -> None:
    """Beside its jump, a step has the slope 0: that is no reason to think that it stays what it is at 0."""
    assert check(r"\operatorname{sign}(x) \le 0 \quad \text{for } x \ge 0").status == "false"
    context = check(r"f(x) \coloneqq \begin{cases} 1 & x \le 0 \\ 10^{-17} & x > 0 \end{cases}").context
    assert check(r"f(x) \ge 10^{-16}", context=context).status == "false"
    assert check(r"f(x) \ge 10^{-17}", context=context).grade == WHOLE


@needs_package
def test_a_condition_is_met_to_its_very_end() -> None:
    assert check(r"x^3 - x \ge 0 \quad \text{for } x \ge 1").grade == WHOLE
    assert check(r"x^3 - x > 0 \quad \text{for } x > 1").grade == WHOLE
    assert check(r"x^3 - x > 0 \quad \text{for } x \ge 1").status == "false"
    assert check(r"x^3 - x \ge 0 \quad \text{for } x \ge 0.9999999999").status == "false"


@needs_package
def test_what_a_table_says_of_a_letter_is_its_range() -> None:
    assert check(r"\eta > 0").grade == WHOLE
    symbols = {"K": "a number between 0 and 1"}
    assert check(r"K^2 < K", symbols=symbols).grade == WHOLE
    assert check(r"K^2 \le K - 10^{-17}", symbols=symbols).status == "false"


@needs_package
def test_work_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "WORK", 3)
    assert evidence(r"\sigma'(z) \le \frac{1}{4}").grade == SAMPLED


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        ("1/4", "1", "1"),
        ("7/16", "13/16", "1/2"),
        ("-3", "2", "0"),
        ("-5/8", "-3/8", "-1/2"),
        ("3/10", "4/10", "1/3"),
    ],
)
def test_the_simplest_fraction_between_two_numbers(low: str, high: str, found: str) -> None:
    assert simplest(Fraction(low), Fraction(high)) == Fraction(found)


@needs_package
def test_a_size_is_never_what_refutes() -> None:
    """A table may have no size as small as 1: what fails there may hold for all sizes that there are."""
    assert check(r"L \ge 2", "chain").status == "true"
    assert check(r"K \ge 2", "softmax").status == "true"
    assert check(r"K \ge 1", "softmax").grade == WHOLE
