r"""What another book says of a letter only further down: "the slope is ``f'(x) = 2x``, where ``f(x) = x^2``".

A page is read from top to bottom, and where nothing has said what f is, it is any function. So a claim that
is refuted may be true of the f that is meant. It stays false only if it is false of that one as well; else it
is left open, and the author is told which line to put first. What holds of any f holds of that one, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bookkit.equations.judging.verdict import Claim, Verdict
from bookkit.equations.reading import tree as t
from bookkit.equations.reading.context import Context
from bookkit.equations.reading.parse import parse
from bookkit.equations.written_values import Judge, Judged, as_conditions, values_of


@dataclass(frozen=True)
class _Said:
    """What is said first of a name: on which line, and what the page knows after it."""

    line: int
    after: Context


def left_open(found: Sequence[Judged], before: Sequence[Context], judge: Judge) -> list[Judged]:
    """Verdicts on a page's equations, in which what may hang on a line further down is no longer false.

    ``before`` is what the page knows before each of them; with more than that, ``judge`` judges anew.
    """
    return [
        (equation, _with_more(found[place:], before[place], judge) if verdict.status == "false" else verdict)
        for place, (equation, verdict) in enumerate(found)
    ]


def _with_more(rest: Sequence[Judged], before: Context, judge: Judge) -> Verdict:
    """The verdict on the first of the equations, as it is with what the others say of its letters."""
    equation, verdict = rest[0]
    tree = parse(equation.latex)
    later = first_said(rest if _defines_at_last(verdict) else rest[1:], before)
    if not later:
        return verdict
    more, named = before, dict[str, _Said]()
    while (name := next(_named(tree, more, later.keys() - named.keys()), None)) is not None:
        named[name] = later[name]
        more = _with_meaning(more, name, later[name].after)
    if not named:
        return verdict
    states = ["error"] * len(verdict.claims)  # of the claims with what is said of their letters
    if all(more.knows(name) for name in named):
        values = values_of(named, more)
        under = as_conditions(values, rest)
        for conditions in () if under is None else dict.fromkeys((under, ())):
            anew = [claim.status for claim in judge(equation, more, conditions).claims]
            if len(anew) == len(states):
                states = [new if old == "error" else old for old, new in zip(states, anew, strict=True)]
    kept = tuple(
        _open(claim, named) if claim.status == "false" != state else claim
        for claim, state in zip(verdict.claims, states, strict=True)
    )
    return verdict.left_open(kept)


def _defines_at_last(verdict: Verdict) -> bool:
    """Whether a formula itself says what a letter is behind what is false in it."""
    states = [claim.status for claim in verdict.claims]
    behind = verdict.claims[states.index("false") :] if "false" in states else ()
    return any(claim.kind == "\\coloneqq" for claim in behind)


def first_said(rest: Sequence[Judged], before: Context) -> dict[str, _Said]:
    """The names of which nothing is known yet, and where something is said of them first, read or not."""
    doubted = {doubt.name for doubt in before.doubted}
    found: dict[str, _Said] = {}
    for equation, verdict in rest:
        after = verdict.context
        unread = {doubt.name for doubt in after.doubted if doubt.said is None} - doubted
        for name in sorted({*after.by_name, *after.named_values, *unread} - found.keys()):
            if not before.knows(name):
                found[name] = _Said(equation.line, after)
    return found


def _named(tree: t.Tree, context: Context, names: set[str]) -> Iterator[str]:
    """Those of the names that a formula names, or what the page has defined that it names."""
    for statement in tree.statements:
        yield from sorted(context.named_in(statement, names))


def _with_meaning(context: Context, name: str, after: Context) -> Context:
    """A context with what a later one knows of a name, if that was read."""
    if (definition := after.find(name)) is not None:
        return context.define(definition)
    for key, value in values_of((name,), after):
        context = context.give(key, value)
    return context


def _open(claim: Claim, named: dict[str, _Said]) -> Claim:
    ordered = sorted(named.items(), key=lambda item: item[1].line)
    lines = " and ".join(f"line {said.line} says what {name} is" for name, said in ordered)
    those = "that line" if len(named) == 1 else "those lines"
    reason = (
        f"{lines}, further down; a page is read from top to bottom: put {those} first. If something else is"
        f" meant here, this is false:\n{claim.message}"
    )
    return claim.left_open(reason)
