r"""Names of several capitals that a book writes as text: ``\text{MSE} = (y - t)^2``."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookkit.proofreader.pages import CHECKED, DEFINES, FALSE, UNREAD

from .test_habits import Habit, kind_of_last

ERROR = (r"\text{MSE} = (y - t)^2",)
CASES = [
    ((), ERROR[0], DEFINES),
    (ERROR, r"\frac{d\text{MSE}}{dy} = 2(y - t)", CHECKED),
    (ERROR, r"\frac{\partial\,\text{MSE}}{\partial y} = y - t", FALSE),
    (ERROR, r"\sqrt{\text{MSE}} = \lvert y - t \rvert", CHECKED),
    (ERROR, r"\sqrt{\text{MSE}} = \lvert y + t \rvert", FALSE),
    ((), r"x^2 = x \text{MSE}", UNREAD),
    ((), r"x^2 = x + 1 \text{ or so}", UNREAD),
]


@pytest.mark.parametrize(("said", "formula", "kind"), CASES)
def test_capitals(said: tuple[str, ...], formula: str, kind: str, tmp_path: Path) -> None:
    assert kind_of_last(Habit("", {}, said), formula, tmp_path) == kind
