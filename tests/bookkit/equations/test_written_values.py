"""Given values as conditions: as the page writes them, and none that is only near."""

from __future__ import annotations

import pytest

from bookkit.equations import check
from bookkit.equations.reading.context import Context
from bookkit.equations.written_values import as_conditions, values_of
from bookkit.pages.source import Equation


@pytest.mark.parametrize(
    ("line", "name"), [("b = 1 / 3", "b"), ("b = -\\sqrt{2}", "b"), ("x_{1} = 0.1", "x"), ("x_{0} = 2", "x")]
)
def test_a_value_is_a_condition_as_it_is_written(line: str, name: str) -> None:
    equation = Equation(line.replace("=", "\\coloneqq"), 1, display=False)
    verdict = check(equation.latex)
    conditions = as_conditions(values_of((name,), verdict.context), [(equation, verdict)])
    assert conditions is not None
    assert [item.latex() for item in conditions] == [line]


def test_without_its_line_only_a_short_decimal_is_exact() -> None:
    given = Context().give(("b", None, ()), -0.25).give(("c", None, ()), 1 / 3)
    conditions = as_conditions(values_of("b", given), ())
    assert conditions is not None
    assert [item.latex() for item in conditions] == ["b = -0.25"]
    assert as_conditions(values_of("bc", given), ()) is None
