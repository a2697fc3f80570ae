"""The page on how the book is checked says which grades its examples get."""

from __future__ import annotations

import re

import pytest

from bookkit.equations import check
from bookkit.notations import notations
from bookkit.paths import ENGLISH

PAGE = (ENGLISH / "about" / "checked.md").read_text(encoding="utf-8")
CALCULUS = notations()["calculus"]
GRADES = ["identity", "identity on each piece met", "shown on the whole range", "sampled"]


def table() -> list[tuple[str, str]]:
    """Return the examples of the table of grades, each with its grade."""
    rows = re.findall(r"^\| \*\*(.+?)\*\* \|.*\| (\$.+\$) \|$", PAGE, re.MULTILINE)
    return [(grade, latex) for grade, cell in rows for latex in re.findall(r"\$(.+?)\$", cell)]


def graded() -> list[str]:
    """Return the formulas whose grade the exercise asks for."""
    task = PAGE.split('"Which grade?"')[1].split("??? solution")[0]
    return re.findall(r"^ +\d\. \$(.+)\$$", task, re.MULTILINE)


def test_the_examples_are_found() -> None:
    assert len(table()) == 8
    assert len(graded()) == len(GRADES)


@pytest.mark.parametrize(("grade", "latex"), table())
def test_an_example_has_the_grade_of_its_row(grade: str, latex: str) -> None:
    verdict = check(latex, CALCULUS)
    assert verdict.status == "true"
    assert str(verdict.grade).lower() == grade.lower()


@pytest.mark.parametrize(("latex", "grade"), list(zip(graded(), GRADES, strict=True)))
def test_the_exercise_has_the_grades_of_its_solution(latex: str, grade: str) -> None:
    solution = PAGE.split('"Which grade?"')[1].split("??? solution")[1]
    assert f"*{grade}*" in solution
    assert str(check(latex, CALCULUS).grade) == grade


@pytest.mark.parametrize("prime", [2, 3, 5, 7, 11, 13, 17])
def test_one_half_and_one_third_make_two_modulo_seven_only(prime: int) -> None:
    if prime in (2, 3):
        with pytest.raises(ValueError, match="not invertible"):
            pow(6, -1, prime)
        return
    half, third, sixth = (pow(number, -1, prime) for number in (2, 3, 6))
    assert (half + third - 5 * sixth) % prime == 0
    assert ((half + third - 2) % prime == 0) is (prime == 7)
