"""What follows a claim on its line: how far an index goes, and what is small."""

from __future__ import annotations

from ..conftest import judged, judged_with

OWN = {"n": "a size", "x": "a column of n"}
CLAIM = r"\frac{\partial}{\partial x_k} \sum_{i=1}^n x_i^2 = 2 x_k, \quad k = 1, \dots, n"


def test_a_range_after_a_comma_is_no_claim() -> None:
    assert judged_with(OWN, CLAIM).status == "true"
    assert judged_with(OWN, CLAIM.replace("= 2", "=")).status == "false"
    assert judged_with(OWN, CLAIM.replace(", n", ", n + 1")).status != "true"


def test_a_claim_after_a_comma_is_one() -> None:
    assert judged(r"x + x = 2 x, \quad x = 1").status != "true"
    assert judged(r"x + x = 2 x, \quad y + y = 3 y").status == "false"


def test_where_a_square_is_nothing() -> None:
    rule = r"f(x + \epsilon) = f(x) + f'(x) \epsilon \quad \text{where } \epsilon^2 = 0"
    assert judged(rule).status == "true"
    assert judged(rule.replace("f'(x) \\epsilon", "2 f'(x) \\epsilon")).status != "true"
    assert "condition or a claim" in judged(rule.replace("= 0", "= 1")).message
