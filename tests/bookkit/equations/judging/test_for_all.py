"""Conditions with an index that the claim does not have hold for all of its values."""

from __future__ import annotations

import pytest

from bookkit.equations import check
from bookkit.equations.judging.manner import ELSEWHERE

SYMBOLS = {
    "x": "a column of n",
    "y": "a column of n",
    "Y": "a matrix of N by C",
    "N": "a size",
    "C": "a size",
}
ROWS = r"\quad \text{if } \sum_{j=1}^C Y_{ij} = 1"
TRUE = [
    r"\sum_{i=1}^n x_i = n \quad \text{if } x_i = 1",
    r"\sum_{i=1}^n x_i^2 = \sum_{i=1}^n y_i^2 \quad \text{if } x_i = y_i",
    r"\sum_{i=1}^n |x_i| = \sum_{i=1}^n x_i \quad \text{if } x_i > 0",
    r"\sum_{i=1}^n x_i \le n \quad \text{if } 0 \le x_i \le 1",
    rf"\sum_{{i=1}}^N \sum_{{j=1}}^C Y_{{ij}} = N {ROWS}",
    r"\sum_{i=1}^n x_i = n \quad \text{if } x_i = 1 \text{ for all } i",
    r"\sum_{i=1}^n x_i = n \quad \text{if } x_i = 1 \quad \forall i",
]
WRONG = [
    r"\sum_{i=1}^n x_i = 2n \quad \text{if } x_i = 1",
    r"\sum_{i=1}^n x_i \le 1 \quad \text{if } 0 \le x_i \le 1",
    r"\sum_{i=1}^n |x_i| = 2 \sum_{i=1}^n x_i \quad \text{if } x_i > 0",
    rf"\sum_{{i=1}}^N \sum_{{j=1}}^C Y_{{ij}} = C {ROWS}",
    rf"\sum_{{i=1}}^N \sum_{{j=1}}^C Y_{{ij}}^2 = N {ROWS}, i = 1, \dots, N",
    r"\sum_{i=1}^n x_i = 2n \quad \text{if } x_i = 1 \text{ for all } i",
    r"\sum_{i=1}^n x_i = 2n \quad \text{if } x_i = 1 \quad \forall i",
]


@pytest.mark.parametrize("latex", TRUE)
def test_what_holds_on_all_values_is_true(latex: str) -> None:
    verdict = check(latex, symbols=SYMBOLS, manner=ELSEWHERE)
    assert verdict.status == "true", verdict.message


@pytest.mark.parametrize("latex", WRONG)
def test_what_fails_where_all_values_hold_is_false(latex: str) -> None:
    assert check(latex, symbols=SYMBOLS, manner=ELSEWHERE).status == "false"


def test_a_condition_on_an_index_of_the_claim_is_one_of_that_entry() -> None:
    assert (
        check(r"x_i^3 = 2 x_i \quad \text{if } x_i > 0", symbols=SYMBOLS, manner=ELSEWHERE).status == "false"
    )
    assert check(r"|x_i| = x_i \quad \text{if } x_i > 0", symbols=SYMBOLS, manner=ELSEWHERE).status == "true"
