"""What once made the proof-reader itself fail is now said in its own words; what still might is named."""

from __future__ import annotations

import pytest

from bookkit.equations import check, parse
from bookkit.notations import get
from booktest.mutants import normal

from ..conftest import Judge

SAMPLE_COST = r"C_i \coloneqq \frac{1}{2} \|y^{(i)} - a^{L,(i)}\|^2"


@pytest.mark.parametrize(
    ("notation", "latex", "words"),
    [
        ("logistic", r"z = \sum_{j=1}^{w} w_j x_j + b", "a number is needed here"),
        ("logistic", r"J \coloneqq \sum_{j=1}^{w} w_j x_j + b", ""),
        ("logistic", r"x \in \mathbb{R}^{x}", "a number is needed here, not"),
        ("logistic", r"w \in \mathbb{R}^{1 \times w}", "a number is needed here, not 1 ×"),
        ("logistic", r"x \in \mathbb{R}^{n + b}", "not a whole number"),
        ("network", r"\frac{\partial C}{\partial a^{L+1,(i)}_j} = 0", ""),
        ("network", r"a^{l+1,(i)}_j = \sigma(z^{l+1,(i)}_k) + \delta^{L+2,(i)}_j", ""),
    ],
)
def test_sizes_and_limits_that_are_none(judge: Judge, notation: str, latex: str, words: str) -> None:
    verdict = judge(latex, notation=notation)
    assert verdict.status == "error"
    assert words in verdict.message
    assert not verdict.is_breakdown, verdict.message


def test_a_cost_of_the_table_given_indices_by_the_page(judge: Judge) -> None:
    verdict = judge(SAMPLE_COST, r"\delta^L_j = 1", notation="network")
    assert verdict.status == "error"
    assert "the page defines C with indices" in verdict.message


def test_a_row_of_ones_is_no_function() -> None:
    left = parse(r"A = \sigma(w X + b \mathbf{1}^\top)")
    right = parse(r"A = \sigma(b \mathbf{1}^\top + w X)")
    other = parse(r"A = \sigma(X w + b \mathbf{1}^\top)")
    assert normal.same(left, right, get("logistic"))
    assert not normal.same(left, other, get("logistic"))


@pytest.mark.parametrize(
    "latex",
    [
        r"\log 3 \approx 1.099",
        r"-\log 3 = \log\frac{1}{3}",
        r"x \log 3 = \log(3)\,x",
        r"\log 10^3 = 3 \log 10",
    ],
)
def test_the_logarithm_of_a_number_needs_no_brackets(judge: Judge, latex: str) -> None:
    assert judge(latex).status == "true"


def test_a_breakdown_is_an_error_with_a_text_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by hand")

    monkeypatch.setattr("bookkit.equations.judging.judge._Judge.run", broken)
    verdict = check(r"x + x = 2 x")
    assert verdict.status == "error"
    assert verdict.is_breakdown
    assert (
        "the proof-reader itself broke down on this equation: ZeroDivisionError: by hand" in verdict.message
    )
    assert "Traceback" not in verdict.message
