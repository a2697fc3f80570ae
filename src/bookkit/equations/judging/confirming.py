r"""A draw that refutes with floats is calculated once more, exactly: is the difference only rounding?

Where digits cancel inside of a derivative of a derivative, as in ``\ln(1 - \sigma(z))`` for a large z, floats
are off by more than any estimate of theirs says. The same draw, taken to its last bits, has no such trouble:
where its sides are equal, or differ by much less than the floats do, it refutes nothing. Whatever exact
arithmetic cannot tell leaves the word to the floats.
"""

from __future__ import annotations

from copy import copy
from typing import Any

import numpy as np

from bookkit import exact
from bookkit.equations.drawing import budget
from bookkit.equations.drawing.budget import BudgetError
from bookkit.equations.drawing.exact import ExactInstance
from bookkit.equations.drawing.instance import Instance
from bookkit.equations.judging.comparing import ORDER
from bookkit.equations.judging.grading import FLOORS, WORK, sides
from bookkit.equations.judging.outcome import Outcome
from bookkit.equations.judging.trial import Trial
from bookkit.equations.judging.verdict import Counterexample
from bookkit.exact import field as fields
from bookkit.exact.errors import UndecidedError
from bookkit.exact.field import fresh
from bookkit.exact.number import Number, drawn, each, precisely
from bookkit.notations.draws import ALONE, PLAIN
from bookkit.values.errors import EquationError

Value = Any
PLAIN_ONES = 30  # draws among which a plain one is looked for
SHARE = 1e-3  # of the difference of two floats, which is nothing but rounding where no more of it is left


def is_refuted(trial: Trial, inst: Instance, outcome: Outcome) -> bool:
    """Whether a draw on which the sides differ as floats refutes a claim, as far as anybody can tell."""
    if trial.sign not in ("=", *ORDER) or inst.notation.has_chance or not exact.available():
        return True
    try:
        with precisely(), fields.calculating(fresh(0, FLOORS[0])), budget.aside(WORK):
            again = same_draw(trial, inst)
            with again.state(binding=outcome.binding):
                left, right = sides(trial, again)
            gap = float(np.max(np.abs(np.asarray(outcome.left - outcome.right, dtype=float))))
            pairs = zip(left, right, strict=True)
            return not all(_holds(trial.sign, one, other, SHARE * gap) for one, other in pairs)
    except (UndecidedError, EquationError, ArithmeticError, TypeError, BudgetError, RecursionError):
        return True


def smallest(trial: Trial, inst: Instance, outcome: Outcome) -> Counterexample:
    """The plainest draw found that fails as this one does: small sizes, small round numbers."""
    found: list[tuple[float, int, Instance, Outcome]] = []
    for number in range(PLAIN_ONES):
        plain = trial.instance(number, PLAIN)
        here = trial.run(plain)
        wrong = here.half if outcome.half else here.valid and not here.holds
        if wrong and not plain.notes.kink and not here.fault:
            weight = sum(np.size(v) + 0.1 * float(np.sum(np.abs(np.real(v)))) for v in plain.used.values())
            found.append((weight, number, plain, here))
    for _, _, plain, here in sorted(found, key=lambda item: item[:2]):
        if outcome.half or is_refuted(trial, plain, here):
            return trial.example(plain, here)
    return trial.example(inst, outcome)


def same_draw(trial: Trial, inst: Instance) -> ExactInstance:
    """The numbers and functions of a draw, to their last bits."""
    known = trial.compiler.for_a_draw(trial.facts.features - {ALONE})
    found = ExactInstance(seed=inst.seed, field=fields.now(), given=inst.given, **known)
    found.sizes, found.mode = inst.sizes, inst.mode
    for name, function in inst.choices.items():
        if name.endswith("(…)"):
            found.choices[name] = copy(function)
    for key, value in inst.leaves.items():
        if key not in inst.given:
            found.leaves[key] = each(lambda item: drawn(float(item), None), value)
            found.shown[key] = value
    return found


def _holds(sign: str, one: Number, other: Number, near: float) -> bool:
    """Whether two numbers are for certain as the claim says, but for less than the floats could tell."""
    difference = one.ball - other.ball
    if sign != "=" and bool(difference * ORDER[sign] < 0):
        return True
    return sign not in ("<", ">") and float(difference.abs_upper()) <= near
