"""What the page on formulas shows of conditions is read as it says."""

from __future__ import annotations

import re

import pytest

from bookkit.equations import check
from bookkit.notations import notations
from bookkit.paths import ENGLISH

PAGE = (ENGLISH / "about" / "formulas.md").read_text(encoding="utf-8")
CALCULUS = notations()["calculus"]
TYPED = re.compile(r"^\| `([^`]+)`", re.MULTILINE)


def conditions() -> list[str]:
    """Return the formulas in the first column of the table of conditions."""
    return TYPED.findall(PAGE.split("{#conditions}")[1].split("\n## ")[0])


def test_the_table_of_conditions_is_found() -> None:
    assert len(conditions()) >= 6


@pytest.mark.parametrize("latex", conditions())
def test_a_condition_is_read_as_the_table_says(latex: str) -> None:
    assert check(latex, CALCULUS).status == "true"


@pytest.mark.parametrize("latex", [latex for latex in conditions() if r"\text{" in latex])
def test_without_its_condition_the_claim_is_false(latex: str) -> None:
    before, _, behind = latex.partition(r"\quad")
    claim = behind if before.startswith(r"\text{If") else before
    assert check(claim, CALCULUS).status == "false"


def test_what_could_be_one_more_condition_or_one_more_claim_is_refused_until_it_is_said() -> None:
    condition = r"\lvert xy \rvert = xy \quad \text{if } x > 0"
    claim = r"\lvert y \rvert = y"
    assert r"`\lvert y \rvert = y`, it is refused" in PAGE
    assert check(f"{condition}, {claim}", CALCULUS).status == "error"
    assert check(rf"{condition} \text{{ and if }} {claim}", CALCULUS).status == "true"
    assert check(rf"\lvert x \rvert = x \quad \text{{if }} x > 0, \quad {claim}", CALCULUS).status == "false"


def test_two_signs_are_two_claims() -> None:
    assert r"`(x \pm y)^2 = x^2 \pm 2xy + y^2`" in PAGE
    assert check(r"(x \pm y)^2 = x^2 \pm 2xy + y^2", CALCULUS).status == "true"
    assert check(r"(x \pm y)^2 = x^2 \mp 2xy + y^2", CALCULUS).status == "false"
