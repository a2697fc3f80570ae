r"""What another book says under a value that it has given: "let ``b = 2``, then ``b c = 2 c``".

A number that is given a value is an example as a rule: what is said below of the letter is judged for all
values, and the value only where nothing else is in a claim. So a claim that is refuted may be meant with the
value alone. Where it holds so, it is left open, and the author is told how to say it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bookkit.equations.further_down import Judged, number
from bookkit.equations.judging.verdict import Claim, Verdict
from bookkit.equations.reading.context import Context, Definition, Doubt
from bookkit.equations.reading.parse import parse
from bookkit.pages.source import Equation


def left_open(
    found: Sequence[Judged], before: Sequence[Context], judge: Callable[[Equation, Context], Verdict]
) -> list[Judged]:
    """Verdicts on a page's equations, in which what holds with the values that are given is not false.

    ``before`` is what the page knows before each of them; with values in place of examples, ``judge`` judges
    anew.
    """
    return [
        (equation, _with_values(equation, verdict, known, judge) if verdict.status == "false" else verdict)
        for (equation, verdict), known in zip(found, before, strict=True)
    ]


def _with_values(
    equation: Equation, verdict: Verdict, before: Context, judge: Callable[[Equation, Context], Verdict]
) -> Verdict:
    """The verdict on an equation, as it is where its letters have their values."""
    values = {key[0]: value for key, value in before.given if key == (key[0], None, ())}
    asked = replace(before, doubted=tuple(Doubt(name) for name in sorted(values)))
    tree = parse(equation.latex)
    named = sorted({doubt.name for statement in tree.statements for doubt in asked.doubts(statement)})
    context = before
    for name in named:
        context = context.define(Definition(name, number(values[name])))
    anew = judge(equation, context).claims if named else ()
    if len(anew) != len(verdict.claims):
        return verdict
    said = ", ".join(f"{name} = {number(values[name]).latex()}" for name in named)
    claims = tuple(
        _open(old, said) if old.status == "false" and new.status == "true" else old
        for old, new in zip(verdict.claims, anew, strict=True)
    )
    still = any(claim.status == "false" for claim in claims)
    return replace(verdict, status="false" if still else "error", claims=claims)


def _open(claim: Claim, said: str) -> Claim:
    reason = (
        f"with {said}, as the page has given, it holds; for other values it is false. If the value is meant, "
        f"say so behind it, \\text{{ if }} {said}; else this refutes it:\n{claim.message}"
    )
    return replace(claim, status="error", reason=reason, counterexample=None)
