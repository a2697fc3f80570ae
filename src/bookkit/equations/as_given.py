r"""What another book says under a value that it has given: "let ``b = 2``, then ``b c = 2 c``".

A number that is given a value is an example as a rule: what is said below of the letter is judged for all
values, and the value only where nothing else is in a claim. So a claim that is refuted may be meant with the
value alone. Where it holds so, it is left open, and the author is told how to say it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bookkit.equations.judging.verdict import Claim, Verdict
from bookkit.equations.reading.context import Context, show_key
from bookkit.equations.reading.parse import parse
from bookkit.equations.written_values import Given, Judge, Judged, as_conditions, values_of

AT_GIVEN = "(at the given values)"  # in a counter-example with the values in place


def left_open(found: Sequence[Judged], before: Sequence[Context], judge: Judge) -> list[Judged]:
    """Verdicts on a page's equations, in which what holds with the values that are given is not false.

    ``before`` is what the page knows before each of them; with values in place of examples, ``judge`` judges
    anew.
    """
    return [
        (equation, _with_values(found[: place + 1], before[place], judge))
        if verdict.status == "false"
        else (equation, verdict)
        for place, (equation, verdict) in enumerate(found)
    ]


def _with_values(found: Sequence[Judged], before: Context, judge: Judge) -> Verdict:
    """The verdict on the last of the equations, as it is where its letters have their values."""
    equation, verdict = found[-1]
    statements = parse(equation.latex).statements
    given = before
    for key, value in verdict.context.given:  # a formula may begin with what its letters are
        if not before.knows(key[0]):
            given = given.give(key, value)
    names = given.named_values
    named = {name for item in statements for name in given.named_in(item, names)}
    conditions = (part for item in statements for part in (*item.ranges, *item.conditions))
    general = {name for part in conditions for name in given.named_in(part, names)}
    values = values_of(named - general, given)
    if not values:
        return verdict
    under = as_conditions(values, found)
    anew = () if under is None else judge(equation, before, under).claims
    if len(anew) != len(verdict.claims):
        anew = tuple(replace(claim, status="error") for claim in verdict.claims)
    said = ", ".join(condition.latex() for condition in under or ())
    claims = tuple(_with(old, new, said, values) for old, new in zip(verdict.claims, anew, strict=True))
    return verdict.left_open(claims)


def _with(old: Claim, new: Claim, said: str, values: Sequence[Given]) -> Claim:
    """A claim, left open where it holds with the values, or where it cannot be said whether it does."""
    if old.status != "false" or new.status == "false":
        return old
    if new.status == "true":
        reason = (
            f"with {said}, as the page has given, it holds; for other values it is false. If the value is"
            f" meant, say so behind it, \\text{{ if }} {said}; else this refutes it:\n{old.message}"
        )
    elif AT_GIVEN in old.message:
        return old
    else:
        letters = ", ".join(show_key(key) for key, _ in values)
        reason = (
            f"the page has given a value to {letters}; for other values it is false, and with these it cannot"
            f" be judged. If it is meant for all, this refutes it:\n{old.message}"
        )
    return old.left_open(reason)
