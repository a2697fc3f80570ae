"""Integrals are measured, and what does not settle is never judged."""

from __future__ import annotations

import pytest

from ..conftest import judged

TRUE = [
    r"\int_0^1 x^2 \, dx = \frac{1}{3}",
    r"\int_0^1 (1 - x)^2 \,\mathrm{d}x = \frac{1}{3}",
    r"\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi}",
    r"\int_{-\infty}^{\infty} x^2 \varphi(x)\,dx = 1",
    r"\int_{-\infty}^{z} \varphi(t)\,dt = \Phi(z)",
    r"\int_{-\infty}^0 e^{x}\,dx = 1",
    r"\int_{-\infty}^x \sigma(t)\,dt = \log(1 + e^x)",
    r"\int_0^{\infty} e^{-x} \sin x\,dx = \frac{1}{2}",
    r"\int_1^2 \frac{dx}{x} = \log 2",
    r"\int_0^1 \log x \,dx = -1",
    r"\int_0^1 \frac{dx}{\sqrt{x}} = 2",
    r"\int_0^1 x y \,dx = \frac{y}{2}",
    r"\int_a^b f'(x)\,dx = f(b) - f(a)",
    r"\int_a^b f(x)\,dx = -\int_b^a f(x)\,dx",
    r"f(x) = f(a) + \int_a^x f'(t)\,dt",
    r"\frac{d}{dx} \int_0^x f(t)\,dt = f(x)",
    r"\frac{d}{dy} \int_0^1 \sin(x y)\,dx = \int_0^1 x \cos(x y)\,dx",
    r"\int_0^1 x^2\,dx \le \frac{1}{3}",
    r"\int_0^1 x^2\,dx \approx 0.33",
]
FALSE = [
    r"\int_{-\infty}^x \sigma(t)\,dt = \log(1 + e^{-x})",
    r"\int_0^1 x^2 \, dx = \frac{1}{2}",
    r"\int_0^2 x^2 \, dx = \frac{1}{3}",
    r"\int_1^0 x^2 \, dx = \frac{1}{3}",
    r"\int_0^1 (1 + x)^2 \,\mathrm{d}x = \frac{1}{3}",
    r"\int_{-\infty}^{\infty} e^{-x^2}\,dx = \pi",
    r"\int_0^{\infty} e^{-x^2}\,dx = \sqrt{\pi}",
    r"\int_{-\infty}^{\infty} x \varphi(x)\,dx = 1",
    r"\int_{z}^{\infty} \varphi(t)\,dt = \Phi(z)",
    r"\int_0^{\infty} e^{-x} \sin x\,dx = \frac{1}{3}",
    r"\int_1^2 \frac{dx}{x} = \log 3",
    r"\int_0^1 \log x \,dx = 1",
    r"\int_0^1 x y \,dx = \frac{x}{2}",
    r"\int_a^b f'(x)\,dx = f(a) - f(b)",
    r"\int_a^b f(x)\,dx = \int_b^a f(x)\,dx",
    r"\frac{d}{dx} \int_0^x f(t)\,dt = f'(x)",
    r"\frac{d}{dx} \int_0^{2x} f(t)\,dt = f(2x)",
    r"\int_0^1 f(x)\,dx \le 100",
    r"\int_0^1 x^2\,dx < \frac{1}{3}",
    r"\int_0^1 x^2\,dx \approx 0.34",
]
REFUSED = [
    r"\int_0^1 x + 1\,dx = 1",
    r"\int_0^1 x^2 = \frac{1}{3}",
    r"\int x\,dx = \frac{x^2}{2}",
    r"\int_0^{\infty} x\,dx = 1",
    r"\int_0^{\infty} e^{x}\,dx = 1",
    r"\int_{-\infty}^{\infty} x\,dx = 0",
    r"\int_{-1}^{1} \frac{1}{x}\,dx = 0",
    r"\int_{-1}^{1} \frac{1}{x^2}\,dx = -2",
    r"\int_1^{\infty} \frac{dx}{x} = 1",
    r"\int_{-\infty}^{\infty} \sqrt{x} e^{-x^2}\,dx = \int_0^{\infty} \sqrt{x} e^{-x^2}\,dx",
    r"\int_0^1 e^{-10^8 (x - 0.3)^2}\,dx = 0",
    r"\int_0^1 e^{-900 (900 x - 300)^2}\,dx = 0",
    r"\int_0^1 \sin(500 x)\,dx = 0",
    r"\int_0^1 \int_0^1 x y\,dx\,dy = \frac{1}{4}",
]


@pytest.mark.parametrize("latex", TRUE)
def test_a_true_integral(latex: str) -> None:
    verdict = judged(latex)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("latex", FALSE)
def test_a_false_integral(latex: str) -> None:
    assert judged(latex).status == "false"


@pytest.mark.parametrize("latex", REFUSED)
def test_what_has_no_value_or_no_clear_end_is_refused(latex: str) -> None:
    verdict = judged(latex)
    assert verdict.status == "error"
    assert not verdict.is_breakdown


def test_what_the_page_has_made_from_the_letter_runs_with_it() -> None:
    assert judged(r"y \coloneqq x^2", r"\int_0^1 y\,dx = \frac{1}{3}").status == "true"
    assert judged(r"y \coloneqq x^2", r"\int_0^1 y\,dx = y").status == "false"
    assert judged(r"d \coloneqq x^2", r"\int_0^1 x\,dx = \frac{1}{2}").status == "error"
