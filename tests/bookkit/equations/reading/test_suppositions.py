"""Conditions that say what a letter is, letters that nobody declares, and limits that are reached late."""

from __future__ import annotations

import pytest

from ..conftest import judged

TRUE = [
    ("calculus", r"f(x) = x^2 \implies f'(x) = 2x"),
    ("calculus", r"y = w x + b \implies \frac{dy}{dw} = x"),
    ("calculus", r"x y = x^2 \quad \text{if } x = y"),
    ("calculus", r"x^2 > 4 \Leftarrow x > 2"),
    ("calculus", r"a b = c^2 \quad \text{if } a = b = c"),
    ("calculus", r"\sigma'(z) \equiv \sigma(z)(1 - \sigma(z))"),
    ("calculus", r"(1 + \epsilon)^2 = 1 + 2 \epsilon \quad \text{if } \epsilon^2 = 0"),
    ("calculus", r"f(a + b \epsilon) = f(a) + b f'(a) \epsilon \quad \text{if } \epsilon^2 = 0"),
    ("calculus", r"\frac{dz}{dx} = \frac{dz}{dy} \cdot \frac{dy}{dx}"),
    (
        "calculus",
        r"\frac{dz}{dt} = \frac{\partial z}{\partial x} \frac{dx}{dt}"
        r" + \frac{\partial z}{\partial y} \frac{dy}{dt}",
    ),
    (
        "calculus",
        r"\frac{\partial L}{\partial w} = \frac{\partial L}{\partial a} \frac{\partial a}{\partial z}"
        r" \frac{\partial z}{\partial w}",
    ),
    ("calculus", r"\frac{df}{dx} = 2x \quad \text{if } f(x) = x^2"),
    ("calculus", r"\frac{dy}{dx} = f'(g(x)) g'(x) \quad \text{if } y = f(g(x))"),
    ("calculus", r"\frac{dC}{dw} = 2 (a - y) \frac{da}{dw} \quad \text{if } C = (a - y)^2"),
    ("calculus", r"\frac{\partial C}{\partial w} = \frac{\partial C}{\partial z} x \quad \text{if } z = w x"),
    ("softmax", r"\sum_j y_j = 1 \implies \delta = a - y"),
    ("calculus", r"\lim_{x \to \infty} \frac{\log x}{x} = 0"),
    ("calculus", r"\lim_{x \to \infty} \frac{\log x}{x^{1/10}} = 0"),
    ("calculus", r"\lim_{x \to \infty} \frac{x}{x + 10^{20}} = 1"),
    ("calculus", r"\lim_{x \to \infty} \left(\sqrt{x^2 + x} - x\right) = \frac{1}{2}"),
    ("calculus", r"\lim_{x \to 0^+} x \log x = 0"),
    ("chain-sigmoid", r"|w^l \sigma'(z^l)| < 1/4 \quad \text{if } |w^l| < 1"),
    ("vectors", r"\lVert u \rVert_\infty \le \lVert u \rVert_2"),
    ("vectors", r"\lVert A u \rVert_\infty \le \lVert A \rVert_\infty \lVert u \rVert_\infty"),
    ("softmax", r"\underset{j}{\max}\, a_j \le 1"),
    ("softmax", r"\max_{1 \le j \le K} z_j \ge z_k"),
    (
        "chance",
        r"\operatorname{Var}(XY) = \operatorname{Var}(X) \operatorname{Var}(Y)"
        r" \quad \text{if } \mathbb{E}[X] = \mathbb{E}[Y] = 0",
    ),
]
FALSE = [
    ("calculus", r"f(x) = x^2 \implies f'(x) = x"),
    ("calculus", r"f(x) = x^3 \implies f'(x) = 2x"),
    ("calculus", r"y = w x + b \implies \frac{dy}{dw} = w"),
    ("calculus", r"x y = y \quad \text{if } x = y"),
    ("calculus", r"x > 0 \quad \text{if } x = y^2"),
    ("calculus", r"a b = c \quad \text{if } a = b = c"),
    ("calculus", r"x > 2 \Leftarrow x^2 > 4"),
    ("calculus", r"x^2 \equiv 2x"),
    (
        "calculus",
        r"(a + b \epsilon)(c + d \epsilon) = a d + (a d + b c) \epsilon \quad \text{if } \epsilon^2 = 0",
    ),
    ("calculus", r"\epsilon = 1 \quad \text{if } \epsilon^2 = 0"),
    ("calculus", r"\frac{dz}{dx} = \frac{dz}{dy} + \frac{dy}{dx}"),
    ("calculus", r"\frac{dz}{dx} = \frac{dy}{dx} \cdot \frac{dy}{dz}"),
    ("calculus", r"\frac{dz}{dx} = 2 \frac{dz}{dy} \cdot \frac{dy}{dx}"),
    (
        "calculus",
        r"\frac{dz}{dt} = \frac{\partial z}{\partial x} \frac{dx}{dt}"
        r" - \frac{\partial z}{\partial y} \frac{dy}{dt}",
    ),
    (
        "calculus",
        r"\frac{\partial L}{\partial w} = \frac{\partial L}{\partial a} \frac{\partial z}{\partial w}"
        r" + \frac{\partial a}{\partial z}",
    ),
    ("calculus", r"\frac{df}{dx} = 3x \quad \text{if } f(x) = x^2"),
    ("calculus", r"\frac{dy}{dx} = f'(g(x)) \quad \text{if } y = f(g(x))"),
    ("calculus", r"\lim_{x \to \infty} \frac{x}{x + 10^{200}} = 0"),
    ("calculus", r"\lim_{x \to \infty} \frac{\log x}{x} = 1"),
    ("calculus", r"\lim_{x \to \infty} \frac{x}{x + 10^{20}} = 0"),
    ("calculus", r"\lim_{x \to 0^+} x \log x = 1"),
    ("chain-sigmoid", r"|w^l \sigma'(z^l)| < 1/8 \quad \text{if } |w^l| < 1"),
    ("chain-sigmoid", r"|w^l \sigma'(z^l)| < 1/4 \quad \text{if } |w^l| < 2"),
    ("vectors", r"\lVert u \rVert_\infty \ge \lVert u \rVert_2"),
    ("vectors", r"\lVert A \rVert_\infty \le \lVert A \rVert_F"),
    ("softmax", r"\underset{j}{\max}\, a_j \le \frac{1}{2}"),
    ("softmax", r"\max_{1 \le j \le 2} z_j = \max_{1 \le j \le K} z_j"),
    (
        "chance",
        r"\operatorname{Var}(XY) = \operatorname{Var}(X) \operatorname{Var}(Y)"
        r" \quad \text{if } \mathbb{E}[X] = \mathbb{E}[Y] = 1",
    ),
]
REFUSED = [
    ("calculus", r"\frac{da}{db} = 0"),
    ("calculus", r"\frac{du}{dx} = \frac{dv}{dx}"),
    ("calculus", r"\frac{\partial C}{\partial w} = a \delta"),
    ("calculus", r"\frac{dy}{dx} = 2 x"),
    ("calculus", r"\frac{\partial C}{\partial w} = \frac{\partial C}{\partial z} w \quad \text{if } z = w x"),
    ("calculus", r"\frac{dC}{dw} = 2 (a - y) \frac{da}{dw} \quad \text{if } C = (a - y)^3"),
    ("calculus", r"(1 + \epsilon)^2 = 1 + 3 \epsilon \quad \text{if } \epsilon^2 = 0"),
    ("calculus", r"\epsilon = 0 \quad \text{if } \epsilon^2 = 0"),
    (
        "calculus",
        r"\frac{dz}{dx} = \frac{\partial z}{\partial x} + \frac{\partial z}{\partial y} \frac{dy}{dx}",
    ),
    ("calculus", r"\frac{dx}{dy} \frac{dy}{dx} = 2"),
    ("calculus", r"\lim_{x \to \infty} \frac{1}{\log \log x} = 1"),
    ("calculus", r"\lim_{x \to \infty} \sin x = 0"),
    ("calculus", r"\underset{n}{f}(x) = 1"),
    ("calculus", r"x = 1 \Leftarrow y = 1 \Leftarrow x = 1"),
]


@pytest.mark.parametrize(("notation", "latex"), TRUE)
def test_what_is_supposed_is_taken_as_it_is_said(notation: str, latex: str) -> None:
    verdict = judged(latex, notation=notation)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize(("notation", "latex"), FALSE)
def test_what_does_not_follow_is_refuted(notation: str, latex: str) -> None:
    assert judged(latex, notation=notation).status == "false"


@pytest.mark.parametrize(("notation", "latex"), REFUSED)
def test_what_has_two_readings_or_none_is_refused(notation: str, latex: str) -> None:
    verdict = judged(latex, notation=notation)
    assert verdict.status == "error", verdict.message
    assert not verdict.is_breakdown


def test_what_one_claim_supposes_the_next_one_does_not_know() -> None:
    assert judged(r"x y = x^2 \quad \text{if } x = y", "x y = x^2").status == "false"
