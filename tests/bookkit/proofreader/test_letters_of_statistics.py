r"""Letters with a fixed meaning that other books have for their own: a variance, probabilities, an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

Case = tuple[dict[str, str], tuple[str, ...], str, str]
SIZE = {"n": "a size"}
VARIANCE = {r"\sigma^2": "a positive number"}
SPREADS = SIZE | {r"\sigma": "a column of n of positive numbers"}
SQUARES = SIZE | {r"\sigma^2": "a column of n of positive numbers"}
NORMAL = (r"p(x) = \frac{1}{\sqrt{2\pi\sigma^2}} e^{-\frac{(x - \mu)^2}{2\sigma^2}}",)
DIVERGENCE = (r"K = \frac12 \sum_{i=1}^n (\sigma_i^2 - \ln \sigma_i^2 - 1)",)
VARIANCES: list[Case] = [
    (VARIANCE, (), r"\frac{d}{d\sigma^2} \ln \sigma^2 = \frac{1}{\sigma^2}", CHECKED),
    (VARIANCE, (), r"\frac{d}{d\sigma^2} \ln \sigma^2 = \frac{2}{\sigma}", FALSE),
    (VARIANCE, (), r"\frac{d^2}{(d\sigma^2)^2} \ln \sigma^2 = -\frac{1}{\sigma^4}", CHECKED),
    (VARIANCE, (), r"\frac{d^2}{(d\sigma^2)^2} \ln \sigma^2 = -\frac{2}{\sigma^2}", FALSE),
    (VARIANCE, NORMAL, r"\frac{\partial}{\partial \mu} \ln p(x) = \frac{x - \mu}{\sigma^2}", CHECKED),
    (
        SPREADS,
        DIVERGENCE,
        r"\frac{\partial K}{\partial \sigma_i^2} = \frac12 - \frac{1}{2\sigma_i^2}",
        CHECKED,
    ),
    (SPREADS, DIVERGENCE, r"\frac{\partial K}{\partial \sigma_i^2} = 1 - \frac{1}{\sigma_i^2}", FALSE),
    (SQUARES, (), r"\sum_{i=1}^n \ln \sigma_i^2 = \ln \prod_{i=1}^n \sigma_i^2", CHECKED),
    (SQUARES, (), r"\sum_{i=1}^n \ln \sigma_i^2 = \ln \prod_{i=1}^n \sigma_i", FALSE),
    # Where no formula applies or derives it, a sigma with a square is no function.
    ({}, NORMAL, r"p'(x) = -\frac{x - \mu}{\sigma^2}\,p(x)", CHECKED),
    ({}, NORMAL, r"p'(x) = -\frac{x - \mu}{\sigma}\,p(x)", FALSE),
    (
        {},
        NORMAL,
        r"\frac{\partial \ln p(x)}{\partial \sigma} = \frac{(x - \mu)^2}{\sigma^3} - \frac{1}{\sigma}",
        CHECKED,
    ),
    ({}, (), r"\sigma^2(z) = \sigma(z)", FALSE),
    ({}, (), r"\frac{d\sigma}{dz} = \sigma - \sigma^2", CHECKED),
    ({}, (), r"\frac{d\sigma}{dz} = \sigma^2 - \sigma", FALSE),
]
SCORES = SIZE | {r"\theta": "a column of n", "r": "a column of n"}
SHARES = SIZE | {r"\pi": "a column of n of shares", "r": "a column of n"}
CHOICE = (r"\pi_i = \frac{e^{\theta_i}}{\sum_{j=1}^n e^{\theta_j}}", r"J = \sum_{i=1}^n \pi_i r_i")
MIXTURE = (r"q = \sum_i \pi_i \frac{1}{\sqrt{2\pi}} r_i",)
PROBABILITIES: list[Case] = [
    (SCORES, CHOICE, r"\frac{\partial J}{\partial \theta_k} = \pi_k (r_k - J)", CHECKED),
    (SCORES, CHOICE, r"\frac{\partial J}{\partial \theta_k} = \pi_k r_k", FALSE),
    (SHARES, (), r"\sum_{i=1}^n \pi_i = 1", CHECKED),
    (SHARES, (), r"\pi^\top r = \sum_i \pi_i r_i", CHECKED),
    (SHARES, (), r"\pi^\top r = \sum_i r_i", FALSE),
    (SHARES, MIXTURE, r"\frac{\partial q}{\partial r_k} = \frac{\pi_k}{\sqrt{2\pi}}", CHECKED),
    (SHARES, MIXTURE, r"\frac{\partial q}{\partial r_k} = \frac{\pi_k}{\sqrt{3\pi}}", FALSE),
    ({r"\pi": "a number between 0 and 1"}, (), r"\frac{d}{d\pi} \pi (1 - \pi) = 1 - 2\pi", CHECKED),
    ({r"\pi": "a number between 0 and 1"}, (), r"\pi (1 - \pi) \le \frac15", FALSE),
    (
        {r"\theta": "a number"},
        (r"\pi(x) = \sigma(\theta x)",),
        r"\frac{\partial}{\partial \theta} \ln \pi(x) = x (1 - \pi(x))",
        CHECKED,
    ),
    ({}, (), r"\sin(\pi x) = \sin(\pi x + \pi)", FALSE),
]
NEURON = {"w": "a column of n", "x": "a column of n", "d": "a number"} | SIZE
ERROR = (r"y = \tanh(\sum_i w_i x_i)", "e = d - y", r"E = \frac12 e^2")
ERRORS: list[Case] = [
    (NEURON, ERROR, r"\frac{\partial E}{\partial w_i} = -(1 - y^2)\,e x_i", CHECKED),
    (NEURON, ERROR, r"\frac{\partial E}{\partial w_i} = (1 - y^2)\,e x_i", FALSE),
    ({"e": "a column of n"} | SIZE, (), r"e^\top e = \sum_{j=1}^n e_j^2", CHECKED),
    ({"e": "a column of n"} | SIZE, (), r"e^T e = \sum_{j=1}^n e_j", FALSE),
    ({"e": "a number"}, (), r"\frac{d}{de} e^2 = 2e", CHECKED),
    ({"e": "a number"}, (), r"\frac{d}{dx} e^x = e^x", UNREAD),
]


@pytest.mark.parametrize(("symbols", "said", "formula", "kind"), [*VARIANCES, *PROBABILITIES, *ERRORS])
def test_a_letter_of_its_own(
    symbols: dict[str, str], said: tuple[str, ...], formula: str, kind: str, tmp_path: Path
) -> None:
    assert kind_of_last(Habit("", symbols, said), formula, tmp_path) == kind
