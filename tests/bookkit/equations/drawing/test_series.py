"""Limits in exact arithmetic are read off power series, from both sides, or left to floats."""

from __future__ import annotations

import pytest

from bookkit import exact
from bookkit.equations.judging.judge import check
from bookkit.equations.judging.verdict import COMPUTED, IDENTITY, SAMPLED

needs_package = pytest.mark.skipif(not exact.available(), reason=f"{exact.PACKAGE} is not installed")


@needs_package
@pytest.mark.parametrize(
    ("latex", "grade"),
    [
        (r"\lim_{h \to 0} \frac{\sin h}{h} = 1", COMPUTED),
        (r"\lim_{h \to 0} \frac{1 - \cos h}{h^2} = \frac{1}{2}", COMPUTED),
        (r"\lim_{x \to 0} \frac{\log(1 + x)}{x} = 1", COMPUTED),
        (r"\lim_{z \to \infty} \sigma(z) = 1", COMPUTED),
        (r"\lim_{z \to -\infty} \sigma(z) = 0", COMPUTED),
        (r"\lim_{z \to -\infty} \tanh(z) = -1", COMPUTED),
        (r"\lim_{x \to \infty} x e^{-x} = 0", COMPUTED),
        (r"\lim_{x \to \infty} (\sqrt{x^2 + x} - x) = \frac{1}{2}", COMPUTED),
        (r"\lim_{x \to \infty} \arctan x = \frac{\pi}{2}", COMPUTED),
        (r"\lim_{n \to \infty} (1 + \frac{x}{n})^n = e^x", IDENTITY),
        (r"\lim_{h \to 0^+} \frac{|h|}{h} = 1", COMPUTED),
        (r"\lim_{h \to 0^-} \frac{|h|}{h} = -1", COMPUTED),
        (r"\lim_{h \to 0} \frac{f(x + h) - f(x)}{h} = f'(x)", IDENTITY),
        (r"\lim_{h \to 0} \frac{f(x + h) - 2 f(x) + f(x - h)}{h^2} = f''(x)", IDENTITY),
        (r"\lim_{h \to 0} \frac{f'(x + h) - f'(x)}{h} = f''(x)", IDENTITY),
        (r"\frac{d}{da} \lim_{x \to a} x^2 = 2 a", IDENTITY),
        (r"\lim_{x \to a} \frac{x^3 - a^3}{x - a} = 3 a^2", IDENTITY),
        (r"\lim_{x \to 0^+} x \log x = 0", SAMPLED),  # no power series
    ],
)
def test_how_strongly_a_limit_is_known(latex: str, grade: str) -> None:
    verdict = check(latex)
    assert (verdict.status, verdict.grade) == ("true", grade), verdict.message


@needs_package
def test_a_limit_of_an_array_is_taken_entry_by_entry() -> None:
    verdict = check(r"\lim_{E \to 0} \frac{(u + E v) - u}{E} = v", "vectors", symbols={"E": "a number"})
    assert (verdict.status, verdict.grade) == ("true", IDENTITY), verdict.message


@needs_package
def test_a_limit_over_whole_numbers_goes_by_sizes_of_powers() -> None:
    left = r"\lim_{t \to \infty} \frac{1 - (-\beta)^t}{1 + \beta}"
    verdict = check(rf"{left} = \frac{{1}}{{1 + \beta}}", "steps")
    assert (verdict.status, verdict.grade) == ("true", IDENTITY), verdict.message
    assert check(rf"{left} = \frac{{1 + 10^{{-10}}}}{{1 + \beta}}", "steps").status == "false"


@pytest.mark.parametrize(
    "latex", [r"\lim_{h \to 0} \frac{\sin h}{h} = 1", r"\lim_{h \to 0} \frac{f(x + h) - f(x)}{h} = f'(x)"]
)
def test_without_the_package_floats_judge(latex: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "package", lambda: "")
    verdict = check(latex)
    assert (verdict.status, verdict.grade) == ("true", SAMPLED)
