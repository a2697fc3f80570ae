"""How much work an equation may be, counted in elementary evaluations: the same on every machine.

Whatever runs over many values (terms of a sum, arguments, steps of a derivative) spends from the budget of
the equation that is being judged. A clock is only the second line, for work that nothing counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

EVALUATIONS = 1_500_000  # of one equation: on a usual machine some ten seconds
PAGE = 40 * EVALUATIONS
SECONDS = 60.0  # of the processor, so that what else runs on the machine does not count
_LOOK = 1000  # evaluations between two looks at the clock


class BudgetError(Exception):
    """An equation that is more work than one may be; ``part`` is the LaTeX of what costs so much.

    It is no EquationError, so that no draw can pass it over.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit
        self.part = ""

    @property
    def reason(self) -> str:
        where = f": {self.part}" if self.part else ""
        return (
            f"this takes more than {self.limit:,} evaluations{where}\n"
            "write it with fewer terms, or name what is computed again and again"
        )


@dataclass
class Budget:
    """What is left for the equation that is being judged."""

    limit: int
    left: int
    end: float
    look: int


_now = Budget(EVALUATIONS, EVALUATIONS, float("inf"), 0)


@contextmanager
def of_equation() -> Iterator[Budget]:
    """The budget of one equation; inside of another one it is part of that."""
    global _now
    if _now.end < float("inf"):
        yield _now
        return
    end = time.process_time() + SECONDS
    outer, _now = _now, Budget(EVALUATIONS, EVALUATIONS, end, EVALUATIONS - _LOOK)
    try:
        yield _now
    finally:
        _now = outer


@contextmanager
def aside(limit: int) -> Iterator[Budget]:
    """A budget of its own for work beside the verdict, which is not counted as the equation's."""
    global _now
    outer, _now = _now, Budget(limit, limit, time.process_time() + SECONDS, max(0, limit - _LOOK))
    try:
        yield _now
    finally:
        _now = outer


def spend(count: int = 1) -> None:
    """Takes so many evaluations from the budget; BudgetError where it is used up."""
    budget = _now
    budget.left -= count
    if budget.left < budget.look:
        budget.look = budget.left - _LOOK
        if budget.end < float("inf") and (budget.left < 0 or time.process_time() > budget.end):
            raise BudgetError(budget.limit)


def costly(latex: Callable[[], str], code: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The same code; if it uses up the budget, the error names this part."""

    def value(inst: Any) -> Any:
        try:
            return code(inst)
        except BudgetError as error:
            error.part = latex()
            raise

    return value
