"""Draws that refute are tried once more, and so is the plain one that readers are shown."""

from __future__ import annotations

import pytest

from bookkit.equations import check
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.judging import confirming
from bookkit.equations.judging.outcome import Outcome
from bookkit.equations.judging.trial import Trial
from bookkit.notations.draws import PLAIN

WRONG = r"\sin(x + y) = \sin x + \sin y"


def test_a_plain_draw_that_does_not_refute_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    (plain,) = check(WRONG).claims
    known = confirming.is_refuted

    def by_plain_ones_not(trial: Trial, inst: Instance, outcome: Outcome) -> bool:
        return inst.mode != PLAIN and known(trial, inst, outcome)

    monkeypatch.setattr(confirming, "is_refuted", by_plain_ones_not)
    (other,) = check(WRONG).claims
    assert (plain.status, other.status) == ("false", "false")
    assert plain.counterexample is not None
    assert other.counterexample is not None
    assert plain.counterexample.values != other.counterexample.values
