"""What the page on formulas shows of conditions is read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bookkit.__main__ import main
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


def test_the_two_derivatives_of_the_page_answer_as_it_says() -> None:
    square = check(r"y \coloneqq x^2", CALCULUS)
    assert r"`p(u, v) \coloneqq u + v`" in PAGE
    both = check(r"p(u, v) \coloneqq u + v", CALCULUS, square.context).context
    follows, held, either = r"\frac{d}{dx}(x + y)", r"\frac{\partial}{\partial x} p(x, y)", r"(x + y)"
    assert f"`{follows}`" in PAGE
    assert f"`{held}`" in PAGE
    assert check(rf"{follows} = 1 + 2x", CALCULUS, both).status == "true"
    assert check(rf"{follows} = 1", CALCULUS, both).status == "false"
    assert check(rf"{held} = 1", CALCULUS, both).status == "true"
    assert check(rf"{held} = 1 + 2x", CALCULUS, both).status == "false"
    for value, status in (("1", "error"), ("1 + 2x", "error"), ("7x", "false")):
        assert check(rf"\frac{{\partial}}{{\partial x}}{either} = {value}", CALCULUS, both).status == status


@pytest.mark.parametrize(("value", "verdict"), [("1 + 2x", "checked"), ("1", "not read"), ("7x", "false")])
def test_in_other_books_the_open_derivative_is_read_along_the_definitions(
    value: str, verdict: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = rf"Let $y = x^2$. Then $\frac{{\partial}}{{\partial x}}(x + y) = {value}$."
    (tmp_path / "page.md").write_text(line, encoding="utf-8")
    main(["check", str(tmp_path)])
    assert f"inline  {verdict}" in capsys.readouterr().out


def test_the_three_refusals_are_refused_and_what_mends_them_is_taken() -> None:
    task, solution = PAGE.split('"Three refusals"')[1].split("??? solution")
    refused = re.findall(r"^ +\d\. `(.+)`$", task, re.MULTILINE)
    messages = ("where does the derivative end?", "what do the dots", "are not understood")
    for latex, message in zip(refused, messages, strict=True):
        verdict = check(latex, CALCULUS)
        assert verdict.status == "error"
        assert message in verdict.message
    mended = re.findall(r"`(.+?)`", solution)
    assert [check(latex, CALCULUS).status for latex in mended] == ["true"] * len(refused)
